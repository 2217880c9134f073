// Owns the words of a trial: they are for the teacher, who opened it from the dashboard.
import type { Locale } from "../../../protocol/game.ts";

const vi = {
  trying: "Chơi thử",
  unrecorded: "Không ghi vào nhật ký",
  back: "Trở lại trang quản lý",
  again: "Chơi lại",
  over: "Hết lượt chơi thử",
  overHint: "Trẻ ở trạm lúc này về lại bảng chọn trò chơi.",
  gone: "Không có trò chơi này",
  goneHint: "Trò chơi, hoặc bài chơi này, không còn trên máy chủ. Hãy trở lại và chọn trò khác.",
  unreached: "Chưa tải được trò chơi",
  unreachedHint: "Máy chủ không trả lời. Dữ liệu vẫn an toàn. Hãy kiểm tra mạng rồi thử lại.",
  broken: "Trò chơi bị đóng vì lỗi",
  brokenHint: "Ở trạm, trẻ được đưa về bảng chọn và lỗi được ghi lại. Nếu còn gặp, hãy báo nhân viên CNTT.",
  retry: "Thử lại",
};
export type TrialWords = typeof vi;

const en: TrialWords = {
  trying: "Trying out",
  unrecorded: "Nothing is recorded",
  back: "Back to the dashboard",
  again: "Play again",
  over: "That was the game",
  overHint: "At a station children are now back at the choice of games.",
  gone: "No such game",
  goneHint: "This game or level is no longer on the hub. Go back and choose another one.",
  unreached: "The game could not be loaded",
  unreachedHint: "The hub does not answer. All data is safe. Check the network and try again.",
  broken: "The game was closed for a fault",
  brokenHint:
    "At a station children are brought back to the choice and the fault is recorded. If it comes again, tell the IT officer.",
  retry: "Try again",
};

export const trialWords = (locale: Locale): TrialWords => (locale === "en" ? en : vi);
