// Owns why a message did not go out, in words an IT officer can act on; the platform's own word stands behind for a search. Pure.

const sentences: Readonly<Record<string, string>> = {
  ECONNREFUSED: "máy chủ không nhận kết nối; xem lại địa chỉ và cổng",
  ENOTFOUND: "không tìm thấy máy chủ này; xem lại địa chỉ, hoặc trường đang mất mạng",
  EDNS: "không tìm thấy máy chủ này; xem lại địa chỉ, hoặc trường đang mất mạng",
  EAI_AGAIN: "không hỏi được địa chỉ máy chủ; có lẽ trường đang mất mạng",
  ENETUNREACH: "không có đường mạng tới máy chủ; có lẽ trường đang mất mạng",
  EHOSTUNREACH: "không có đường mạng tới máy chủ; có lẽ trường đang mất mạng",
  ETIMEDOUT: "máy chủ không trả lời kịp; xem lại địa chỉ, cổng và tường lửa",
  ECONNRESET: "kết nối bị cắt giữa chừng",
  EAUTH: "tên đăng nhập hoặc mật khẩu chưa đúng",
  ETLS: "máy chủ không có bảo mật như đã chọn",
  DEPTH_ZERO_SELF_SIGNED_CERT: "chứng chỉ của máy chủ không đáng tin",
  CERT_HAS_EXPIRED: "chứng chỉ của máy chủ đã hết hạn",
};

/** `code`: of the platform or the mail library; `inner`: the one below it, which says more. */
export function sayFailure(message: string, code?: string, inner?: string): string {
  const said = sentences[inner ?? ""] ?? sentences[code ?? ""] ?? codeIn(message);
  return said === undefined ? message : `${said} (${message})`;
}

/** The mail library says ESOCKET and writes the platform's code into its sentence. */
const codeIn = (message: string): string | undefined =>
  Object.entries(sentences).find(([code]) => message.includes(code))?.[1];
