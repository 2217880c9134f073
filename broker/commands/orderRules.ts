// Owns the rule of what may be ordered of a device now, what has to wait, and what is refused with which words. Pure.
import type { CommandOrder, CommandWait } from "../api/commands.ts";
import type { ErrorCode } from "../api/error.ts";
import type { Device } from "../hubServices.ts";

export type OrderFacts = {
  readonly device: Pick<Device, "kind" | "via" | "allowReboot" | "allowScreenshot">;
  readonly online: boolean;
  /** Whether a network card's address is known. */
  readonly wakeable: boolean;
  /** When the lesson that runs in its room ends, UTC ms; null while none runs. */
  readonly lessonUntil: number | null;
};

export type OrderHow = {
  readonly wait: CommandWait;
  /** A person wants it in spite of a lesson. */
  readonly insist: boolean;
};

export type Verdict =
  | { readonly kind: "send" }
  | { readonly kind: "wait"; readonly detail: string }
  | { readonly kind: "refuse"; readonly code: ErrorCode; readonly message: string };

type Names = readonly CommandOrder["name"][];
/** Take the screen or the machine from children who play. */
const disturbing: Names = ["restartKiosk", "reboot", "shutDown", "lock"];
const ofKiosk: Names = [
  "identify",
  "message",
  "lock",
  "unlock",
  "checkReadiness",
  "restartKiosk",
  "screenshot",
];
const ofAgent: Names = ["reboot", "shutDown", "wake", "screenshot", "collectLogs"];
const ofPower: Names = ["reboot", "shutDown"];

export const disturbsLesson = (name: string): boolean => disturbing.some((known) => known === name);

const refuse = (code: ErrorCode, message: string): Verdict => ({ kind: "refuse", code, message });

/** `clockText`: an instant as the school's wall clock, "9:30". */
export function judgeOrder(
  { name }: Pick<CommandOrder, "name">,
  facts: OrderFacts,
  how: OrderHow,
  clockText: (at: number) => string,
): Verdict {
  const { device, online, lessonUntil } = facts;
  const impossible = impossibleOf(name, facts);
  if (impossible !== null) return refuse("COMMAND_IMPOSSIBLE", impossible);
  if (name === "wake")
    return online
      ? refuse("COMMAND_IMPOSSIBLE", "Máy đang bật rồi nên không cần đánh thức.")
      : { kind: "send" };
  if (disturbsLesson(name) && lessonUntil !== null && !how.insist && device.kind !== "office") {
    const until = clockText(lessonUntil);
    if (how.wait === "none")
      return refuse(
        "LESSON_RUNNING",
        `Phòng đang có tiết học đến ${until} nên lệnh chưa được gửi; các bé vẫn chơi bình thường. Hãy đợi hết tiết, hoặc chọn “Vẫn gửi ngay”.`,
      );
    return { kind: "wait", detail: `Chờ tiết học xong lúc ${until}.` };
  }
  if (online) return { kind: "send" };
  if (how.wait !== "none") return { kind: "wait", detail: "Chờ máy bật lên." };
  return refuse(
    "DEVICE_OFFLINE",
    "Máy đang không kết nối nên lệnh chưa được gửi. Hãy bật máy rồi gửi lại, hoặc chọn thời gian chờ máy bật.",
  );
}

function impossibleOf(name: CommandOrder["name"], { device, wakeable }: OrderFacts): string | null {
  if (device.via === "web" && ofAgent.includes(name))
    return "Màn hình này là một trang web nên không làm được lệnh này. Chưa có gì thay đổi.";
  if (device.kind === "office" && ofKiosk.includes(name))
    return "Máy văn phòng không có màn hình trẻ nên không làm được lệnh này. Chưa có gì thay đổi.";
  if (ofPower.includes(name) && !device.allowReboot)
    return "Máy này chưa cho phép tắt hay khởi động lại từ xa. Chưa có gì thay đổi; bật quyền này trong “Sửa thông tin”.";
  if (name === "screenshot" && !device.allowScreenshot)
    return "Máy này chưa cho phép chụp màn hình. Không có ảnh nào được chụp; bật quyền này trong “Sửa thông tin”.";
  if (name === "wake" && !wakeable)
    return "Chưa biết địa chỉ card mạng của máy nên không đánh thức được. Địa chỉ có sau lần kết nối đầu tiên.";
  return null;
}
