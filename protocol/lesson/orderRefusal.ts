// Owns why an order is refused, and the sentence a teacher reads then: what happened, what is safe, what to do next.
import { type Failure, failure } from "../result.ts";

export type OrderRefusalCode =
  | "NOT_FOUND"
  | "LESSON_CHANGED"
  | "EXTEND_IMPOSSIBLE"
  | "NO_TIME_LEFT"
  | "DAY_CAP"
  | "TOO_MANY_CHILDREN";
export type OrderRefusal = Failure<OrderRefusalCode> & { readonly message: string };

export const orderRefusals: Readonly<Record<OrderRefusalCode, string>> = {
  NOT_FOUND:
    "Không có lớp, bài, trò chơi hoặc máy này trong phòng; có thể ai đó vừa đổi. Tiết học không thay đổi. Hãy tải lại trang rồi chọn lại.",
  LESSON_CHANGED:
    "Tiết này đã kết thúc hoặc phòng đã chuyển sang tiết khác, nên lệnh không được thực hiện. Các máy vẫn theo tiết đang chạy. Hãy xem lại màn hình rồi bấm lại.",
  EXTEND_IMPOSSIBLE:
    "Không thêm phút được nữa: đã đến giới hạn thời gian nhìn màn hình của lứa tuổi, hoặc lớp sau vào ngay. Tiết học vẫn kết thúc như đã định.",
  NO_TIME_LEFT:
    "Tiết sau của phòng bắt đầu trong chưa đầy một phút nên không mở tiết mới. Các máy không thay đổi. Hãy đợi tiết sau, hoặc chọn lớp của tiết sau.",
  DAY_CAP:
    "Hôm nay lớp này đã chơi đủ thời gian nhìn màn hình của lứa tuổi nên không mở tiết mới. Các máy không thay đổi. Hãy chọn lớp khác, hoặc mở tiết cho lớp này vào ngày mai.",
  TOO_MANY_CHILDREN:
    "Số bé nhiều hơn số chỗ: mỗi máy nhiều nhất 3 bé. Tiết học không thay đổi. Hãy bật thêm máy hoặc chia lớp thành hai lượt.",
};

/** `message` replaces the usual sentence when there is more to say. */
export const refuseOrder = (code: OrderRefusalCode, message = orderRefusals[code]): OrderRefusal => ({
  ...failure(code, "the order does not fit the lesson"),
  message,
});
