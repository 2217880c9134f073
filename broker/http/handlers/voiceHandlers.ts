// Owns the routes of the school's own voices.
import type { Person } from "../../accounts/person.ts";
import { mostVoiceBytes, type RecordingId, type voiceRoutes } from "../../api/voices.ts";
import type { JudgeProblem, TakeProblem } from "../../voices/recordings.ts";
import { overviewOf, queueOf, speakerVoicesOf } from "../../voices/showVoices.ts";
import type { Voices } from "../../voices/voices.ts";
import { type Refusal, refuse } from "../refusal.ts";
import type { Handlers } from "../routeHandlers.ts";

export function voiceHandlers({ recordings, speakers }: Voices): Handlers<keyof typeof voiceRoutes> {
  /** One's own; whoever approves also others'. One that is not there is told by whoever looks for it. */
  async function mayWithdraw({ staffId, permissions }: Person, id: RecordingId): Promise<boolean> {
    if (permissions.has("voices.approve")) return true;
    const found = await recordings.find(id);
    return found === undefined || found.recordedById === staffId;
  }
  const judged = async (outcome: ReturnType<typeof recordings.approve>) => {
    const found = await outcome;
    return found.ok ? found : notJudged(found.code, found.detail);
  };
  return {
    showVoices: async () => ({ ok: true, value: overviewOf(await speakers(), await recordings.live()) }),
    async showSpeakerVoices({ params, query }) {
      const found = speakerVoicesOf(await speakers(), params.gameId, query.locale, await recordings.live());
      return found === undefined
        ? refuse("NOT_FOUND", { detail: params.gameId })
        : { ok: true, value: found };
    },
    listRecordings: async () => ({ ok: true, value: queueOf(await speakers(), await recordings.live()) }),
    async addRecording({ actor, params, body: { locale, text, audio } }) {
      const take = { ...params, locale, text, audio: Buffer.from(audio, "base64") };
      const outcome = await recordings.add(actor, take);
      return outcome.ok ? outcome : notTaken(outcome.code, outcome.detail);
    },
    approveRecording: ({ actor, params }) => judged(recordings.approve(actor, params.recordingId)),
    returnRecording: ({ actor, params, body }) =>
      judged(recordings.sendBack(actor, params.recordingId, body.reason)),
    async withdrawRecording({ actor, person, params }) {
      if (!(await mayWithdraw(person, params.recordingId)))
        return refuse("NOT_ALLOWED", {
          message:
            "Bản ghi này là giọng của người khác nên chưa gỡ. Hãy nhờ người đã ghi hoặc phó hiệu trưởng chuyên môn.",
        });
      return recordings.withdraw(actor, params.recordingId);
    },
  };
}

const mostMegabytes = Math.round(mostVoiceBytes / 1024 / 1024);

const takeRefusals: Record<TakeProblem, { readonly message: string; readonly status?: number }> = {
  UNKNOWN_SENTENCE: {
    status: 404,
    message: "Không còn câu này trong trò chơi. Chưa lưu gì. Hãy tải lại trang rồi chọn câu khác.",
  },
  REWORDED: {
    status: 409,
    message: "Câu này vừa được đổi lời nên chưa lưu bản ghi. Hãy tải lại trang, đọc câu mới rồi ghi lại.",
  },
  NOT_OPUS: {
    message:
      "Máy chủ không nhận ra đây là tiếng nói. Chưa lưu gì. Hãy ghi âm, hoặc chọn tệp âm thanh, ngay trên trang Giọng nói.",
  },
  DAMAGED: {
    message: "Bản ghi bị hỏng trên đường gửi. Chưa lưu gì. Hãy ghi lại hoặc gửi lại.",
  },
  TOO_LARGE: { status: 413, message: "Bản ghi nặng hơn 256 KB. Chưa lưu gì. Hãy ghi một câu ngắn hơn." },
  TOO_LONG: {
    message: "Bản ghi dài hơn 15 giây. Chưa lưu gì. Trẻ nghe câu ngắn dễ hơn: hãy ghi lại ngắn hơn.",
  },
  TOO_SHORT: { message: "Bản ghi quá ngắn, không nghe được câu nào. Chưa lưu gì. Hãy ghi lại." },
  NO_ROOM: {
    status: 507,
    message: `Kho giọng nói đã đầy (${mostMegabytes} MB) nên chưa lưu bản ghi này. Những bản đã có vẫn dùng được. Hãy gỡ vài bản ghi không cần nữa rồi ghi lại.`,
  },
};

function notTaken(code: TakeProblem, detail: string): Refusal {
  const common = code === "UNKNOWN_SENTENCE" ? "NOT_FOUND" : code === "REWORDED" ? "CONFLICT" : undefined;
  const full = code === "NO_ROOM" ? "DISK_FULL" : "INVALID_INPUT";
  return refuse(common ?? full, { detail: `${code}: ${detail}`, ...takeRefusals[code] });
}

const judgeRefusals: Record<Exclude<JudgeProblem, "NOT_FOUND">, string> = {
  REPLACED:
    "Câu này vừa được ghi lại nên chưa duyệt bản cũ; các trạm chưa thay đổi. Hãy nghe bản mới trong danh sách rồi duyệt.",
  WITHDRAWN: "Bản ghi này vừa được gỡ nên chưa duyệt. Các trạm không thay đổi.",
  RETURNED: "Bản ghi này đã được trả lại, đang chờ người đọc ghi lại. Các trạm không thay đổi.",
  REWORDED:
    "Không còn trò chơi nào nói câu này nên chưa duyệt. Các trạm không thay đổi. Hãy trả lại hoặc gỡ bản ghi.",
  FILE_DAMAGED:
    "Tệp của bản ghi này trên máy chủ bị hỏng nên chưa duyệt. Các trạm không thay đổi. Hãy nhờ người đọc ghi lại.",
};

function notJudged(code: JudgeProblem, detail: string): Refusal {
  return code === "NOT_FOUND"
    ? refuse(code, { detail })
    : refuse("CONFLICT", { detail, message: judgeRefusals[code] });
}
