// Owns what the check before a class makes of a station's facts: passed or not, and one sentence that says what to do. Pure.
import type { ReadinessCheck } from "../../protocol/records/readiness.ts";

export type StationFacts = {
  /** Whether a loudspeaker or headphones are plugged in; null where the page is not told. */
  readonly sound: boolean | null;
  readonly pointer: boolean;
  /** Real pixels; zero when no screen is connected. */
  readonly display: { readonly width: number; readonly height: number };
  /** Bytes; `free` null where nobody tells. */
  readonly disk: { readonly free: number | null; readonly needed: number };
  /** `refused`: the hub has a newer one that this software cannot read. */
  readonly plan: "held" | "missing" | "refused";
  /** Titles of the coming lesson's games that are not installed or damaged; null while nothing says what is installed. */
  readonly lackingGames: readonly string[] | null;
  readonly clockTrusted: boolean;
};

const smallest = { width: 1024, height: 768 };
const mega = 1_000_000;

export function judgeReadiness(facts: StationFacts): ReadinessCheck[] {
  const { display, disk, lackingGames } = facts;
  const check = (
    name: ReadinessCheck["name"],
    passed: boolean,
    right: string,
    wrong: string,
  ): ReadinessCheck => ({ name, passed, detail: (passed ? right : wrong).slice(0, 500) });
  const shown = display.width > 0 && display.height > 0;
  const size = `${display.width}×${display.height}`;
  const free = disk.free === null ? null : Math.floor(disk.free / mega);
  return [
    check(
      "sound",
      facts.sound !== false,
      facts.sound === null ? "Không kiểm tra được loa từ trang web." : "Máy thấy loa.",
      "Máy không thấy loa. Cắm lại loa vào cổng màu xanh lá rồi bật loa.",
    ),
    check(
      "pointer",
      facts.pointer,
      "Máy thấy chuột hoặc màn hình cảm ứng.",
      "Máy không thấy chuột. Cắm lại chuột vào cổng USB, hoặc đổi chuột khác.",
    ),
    check(
      "display",
      shown && display.width >= smallest.width && display.height >= smallest.height,
      `Màn hình ${size}.`,
      shown
        ? `Màn hình chỉ có ${size} điểm ảnh. Vào cài đặt màn hình, chọn từ ${smallest.width}×${smallest.height} trở lên.`
        : "Máy không thấy màn hình. Cắm lại dây màn hình rồi bật màn hình.",
    ),
    check(
      "disk",
      disk.free === null || disk.free >= disk.needed,
      free === null ? "Không kiểm tra được ổ đĩa từ trang web." : `Ổ đĩa còn ${free} MB.`,
      `Ổ đĩa chỉ còn ${free ?? 0} MB, cần ít nhất ${disk.needed / mega} MB. Nhờ nhân viên CNTT xóa bớt tệp không dùng.`,
    ),
    check(
      "plan",
      facts.plan === "held",
      "Máy có thời khóa biểu.",
      facts.plan === "missing"
        ? "Máy chưa có thời khóa biểu. Kiểm tra dây mạng, rồi chờ máy nhận từ máy chủ."
        : "Máy chưa đọc được thời khóa biểu mới nên vẫn chạy theo bản cũ. Nhờ nhân viên CNTT cập nhật Kidsmart trên máy này.",
    ),
    check(
      "content",
      lackingGames !== null && lackingGames.length === 0,
      "Đủ trò chơi cho tiết học.",
      lackingGames === null
        ? "Máy chưa đọc được danh sách trò chơi. Khởi động lại máy; nếu vẫn vậy, nhờ nhân viên CNTT cài lại trò chơi."
        : `Thiếu hoặc hỏng trò: ${lackingGames.join(", ")}. Nhờ nhân viên CNTT cài lại; các trò khác vẫn chơi được.`,
    ),
    check(
      "clock",
      facts.clockTrusted,
      "Đồng hồ đúng giờ.",
      "Đồng hồ của máy chưa đúng. Kiểm tra dây mạng đến máy chủ; trong lúc đó cô mở giờ chơi bằng mã PIN ở máy này.",
    ),
  ];
}
