// Owns the hub's coded refusals: one table of status and Vietnamese sentence (what happened, what is safe, what to do next).
import { orderRefusals } from "../../protocol/lesson/orderRefusal.ts";
import type { Failure } from "../../protocol/result.ts";
import type { ErrorCode, ErrorReply } from "../api/error.ts";

/** A route's refusal. `detail` is for the log; `message` replaces the table's sentence when there is more to say. */
export type Refusal = Failure<ErrorCode> & {
  readonly message?: string;
  readonly fields?: Record<string, string>;
  /** Replaces the table's, where HTTP has a more exact one. */
  readonly status?: number;
  /** For TOO_MANY_TRIES. */
  readonly waitMs?: number;
};

type Row = { readonly status: number; readonly message: string };

export const refusals: Record<ErrorCode, Row> = {
  NOT_SIGNED_IN: {
    status: 401,
    message: "Bạn chưa đăng nhập hoặc phiên đã hết hạn. Dữ liệu đã lưu vẫn an toàn. Hãy đăng nhập lại.",
  },
  NOT_ALLOWED: {
    status: 403,
    message:
      "Tài khoản của bạn không có quyền làm việc này. Chưa có gì thay đổi. Nếu cần quyền, hãy hỏi hiệu trưởng hoặc nhân viên CNTT.",
  },
  SIGN_IN_FAILED: {
    status: 401,
    message:
      "Tên đăng nhập hoặc mật khẩu chưa đúng. Tài khoản vẫn an toàn. Hãy kiểm tra phím Caps Lock, bộ gõ tiếng Việt rồi thử lại.",
  },
  TOO_MANY_TRIES: {
    status: 429,
    message: "Đã thử sai quá nhiều lần. Tài khoản vẫn an toàn. Hãy đợi một lát rồi thử lại.",
  },
  INVALID_INPUT: {
    status: 400,
    message: "Thông tin gửi lên chưa hợp lệ. Chưa có gì thay đổi. Hãy sửa các ô được chỉ ra rồi gửi lại.",
  },
  NOT_FOUND: {
    status: 404,
    message:
      "Không tìm thấy mục này; có thể người khác vừa xóa. Những mục khác vẫn an toàn. Hãy tải lại trang.",
  },
  CONFLICT: {
    status: 409,
    message: "Người khác vừa thay đổi mục này. Chưa ghi thay đổi của bạn. Hãy tải lại trang rồi làm lại.",
  },
  CODE_UNKNOWN: {
    status: 404,
    message:
      "Không có mã ghép này. Thiết bị chưa được thêm. Hãy kiểm tra lại từng ký tự, hoặc tạo mã mới trong trang quản lý.",
  },
  CODE_EXPIRED: {
    status: 410,
    message: "Mã ghép đã hết hạn. Thiết bị chưa được thêm. Hãy tạo mã mới trong trang quản lý.",
  },
  CODE_USED: {
    status: 409,
    message:
      "Mã ghép này đã được dùng. Thiết bị đã ghép trước đó vẫn an toàn. Muốn thêm thiết bị khác, hãy tạo mã mới.",
  },
  DEVICE_OFFLINE: {
    status: 409,
    message:
      "Thiết bị đang không kết nối nên lệnh chưa được gửi. Thiết bị không bị ảnh hưởng. Hãy bật thiết bị, đợi hiện “trực tuyến” rồi gửi lại.",
  },
  LESSON_RUNNING: {
    status: 409,
    message:
      "Phòng đang có tiết học nên lệnh chưa được gửi; các bé vẫn chơi bình thường. Hãy đợi hết tiết, hoặc chọn “Vẫn gửi ngay”.",
  },
  COMMAND_IMPOSSIBLE: {
    status: 409,
    message: "Thiết bị này không làm được lệnh này. Chưa có gì thay đổi.",
  },
  SLOT_OVERLAP: {
    status: 409,
    message:
      "Phòng hoặc lớp đã có tiết vào giờ đó. Thời khóa biểu chưa thay đổi. Hãy chọn giờ khác hoặc xóa tiết kia trước.",
  },
  USERNAME_TAKEN: {
    status: 409,
    message: "Tên đăng nhập này đã có người dùng. Chưa thêm ai. Hãy chọn tên đăng nhập khác.",
  },
  PIN_TAKEN: {
    status: 409,
    message: "Mã PIN này đã có người dùng. Mã PIN cũ vẫn giữ nguyên. Hãy chọn mã khác.",
  },
  PIN_OBVIOUS: {
    status: 400,
    message:
      "Mã PIN này quá dễ đoán (số lặp lại, dãy liên tiếp hoặc năm sinh). Chưa có gì thay đổi. Hãy chọn mã khác.",
  },
  WRONG_PASSWORD: {
    status: 400,
    message: "Mật khẩu hiện tại chưa đúng. Mật khẩu chưa thay đổi. Hãy kiểm tra phím Caps Lock rồi thử lại.",
  },
  LAST_MANAGER: {
    status: 409,
    message:
      "Đây là người cuối cùng quản lý được người dùng nên chưa có gì thay đổi. Hãy giao vai trò Hiệu trưởng hoặc Nhân viên CNTT cho một người khác trước.",
  },
  LESSON_CHANGED: { status: 409, message: orderRefusals.LESSON_CHANGED },
  EXTEND_IMPOSSIBLE: { status: 409, message: orderRefusals.EXTEND_IMPOSSIBLE },
  NO_TIME_LEFT: { status: 409, message: orderRefusals.NO_TIME_LEFT },
  DAY_CAP: { status: 409, message: orderRefusals.DAY_CAP },
  TOO_MANY_CHILDREN: { status: 409, message: orderRefusals.TOO_MANY_CHILDREN },
  DISK_FULL: {
    status: 507,
    message:
      "Ổ đĩa của máy chủ đã đầy nên chưa lưu được. Dữ liệu đã lưu vẫn an toàn, các máy trạm vẫn chạy và giữ dữ liệu của mình. Hãy giải phóng ổ đĩa rồi làm lại.",
  },
  INTERNAL: {
    status: 500,
    message:
      "Máy chủ gặp lỗi ngoài dự kiến. Dữ liệu đã lưu vẫn an toàn. Hãy thử lại; nếu vẫn lỗi, báo nhân viên CNTT.",
  },
};

export const refuse = (code: ErrorCode, more: Partial<Omit<Refusal, "ok" | "code">> = {}): Refusal => ({
  ok: false,
  code,
  detail: "",
  ...more,
});

export function replyOf({ code, message, fields, waitMs }: Refusal): ErrorReply {
  const sentence = message ?? (waitMs === undefined ? refusals[code].message : tellWait(waitMs));
  return { code, message: sentence, ...(fields === undefined ? {} : { fields }) };
}

/** What the server itself refuses before any route sees it, by HTTP status; anything else is INVALID_INPUT as usual. */
export function refuseRequest(status: number, detail: string): Refusal {
  const message = requestRefusals[status];
  return refuse("INVALID_INPUT", { detail, ...(message === undefined ? {} : { status, message }) });
}

const requestRefusals: Record<number, string> = {
  413: "Thông tin gửi lên quá lớn nên máy chủ không nhận. Chưa có gì thay đổi. Hãy rút ngắn rồi gửi lại.",
  414: "Địa chỉ quá dài nên máy chủ không đọc. Chưa có gì thay đổi. Hãy mở lại trang từ đầu.",
  415: "Máy chủ chỉ nhận thông tin dạng JSON. Chưa có gì thay đổi. Hãy tải lại trang rồi gửi lại.",
};

/** An address that no server could decode. */
export const refuseAddress = (detail: string): Refusal =>
  refuse("INVALID_INPUT", {
    detail,
    message: "Địa chỉ này không đúng dạng. Chưa có gì thay đổi. Hãy kiểm tra lại, hoặc mở lại trang từ đầu.",
  });

function tellWait(waitMs: number): string {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  const wait = seconds < 90 ? `${seconds} giây` : `${Math.ceil(seconds / 60)} phút`;
  return `Đã thử sai quá nhiều lần. Tài khoản vẫn an toàn. Hãy đợi ${wait} rồi thử lại.`;
}
