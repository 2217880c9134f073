// Owns what an alert says in one Vietnamese sentence, on every channel alike. Pure.
import type { MeasureName } from "../api/alertMeasures.ts";

export type Said = {
  readonly measure: MeasureName;
  readonly subjectKind: "device" | "room" | "school" | "hub";
  readonly subjectName: string;
  readonly roomName: string | null;
  readonly value: number | null;
  readonly devices: number;
  readonly flapping: boolean;
};

export function alertSentence(alert: Said): string {
  const where = placeOf(alert);
  if (alert.subjectKind === "hub" && alert.measure === "clockErrorSeconds")
    return `${alert.devices} máy cùng lệch ${span(alert.value ?? 0)} so với máy chủ: có lẽ chính đồng hồ máy chủ sai. Hãy kiểm tra giờ và NTP của máy chủ.`;
  if (alert.subjectKind === "room" || alert.subjectKind === "school") {
    if (alert.measure === "lost") {
      const what = alert.flapping ? "chập chờn kết nối" : "mất liên lạc cùng lúc";
      return `${where}: ${alert.devices} máy ${what}. Có thể ${alert.flapping ? "mạng không ổn định" : "mất điện hoặc mất mạng"}.`;
    }
    return `${where}: ${alert.devices} máy ${together[alert.measure]}${alert.flapping ? ", lúc có lúc không" : ""}.`;
  }
  if (alert.flapping)
    return `${where} ${alert.measure === "lost" ? "kết nối chập chờn, lúc có lúc mất" : `${together[alert.measure]}, lúc có lúc không`}.`;
  return `${where} ${alone(alert.measure, alert.value)}`;
}

function placeOf({ subjectKind, subjectName, roomName }: Said): string {
  if (subjectKind === "school") return "Cả trường";
  if (subjectKind === "hub") return "Máy chủ";
  return subjectKind === "device" && roomName !== null ? `${subjectName} (${roomName})` : subjectName;
}

const together: Record<MeasureName, string> = {
  lost: "mất liên lạc",
  off: "chưa bật dù sắp có tiết",
  diskFreeMiB: "gần đầy ổ đĩa",
  smartFailing: "có ổ đĩa sắp hỏng",
  temperatureC: "quá nóng",
  noSound: "không có tiếng",
  pointerMissing: "không thấy chuột",
  clockErrorSeconds: "chạy sai giờ",
  kioskCrashes: "có màn hình của bé khởi động lại liên tục",
  contentBehind: "chưa nhận được nội dung mới",
  credentialsTwice: "bị dùng chung danh tính",
  onBattery: "đang chạy bằng pin hoặc bộ lưu điện",
  updatesPending: "có bản cập nhật chờ lâu",
  hubDiskFull: "đã đầy ổ đĩa",
  hubDiskFreeMiB: "gần đầy ổ đĩa",
};

function alone(measure: MeasureName, value: number | null): string {
  const number = value ?? 0;
  switch (measure) {
    case "lost":
      return "mất liên lạc. Hãy xem máy còn điện và dây mạng còn cắm không.";
    case "off":
      return "chưa bật dù sắp có tiết.";
    case "diskFreeMiB":
      return `chỉ còn ${space(number)} trống trên ổ đĩa.`;
    case "smartFailing":
      return "có ổ đĩa tự báo sắp hỏng. Dữ liệu đã gửi vẫn an toàn ở máy chủ; hãy thay ổ đĩa.";
    case "temperatureC":
      return `nóng ${Math.round(number)} °C. Hãy xem quạt và khe gió.`;
    case "noSound":
      return "không có tiếng. Hãy xem loa, dây loa và âm lượng.";
    case "pointerMissing":
      return "không thấy chuột. Hãy cắm lại chuột.";
    case "clockErrorSeconds":
      return `chạy ${number > 0 ? "nhanh" : "chậm"} ${span(number)}. Có thể pin đồng hồ đã hết.`;
    case "kioskCrashes":
      return `có màn hình của bé khởi động lại ${number} lần trong 15 phút.`;
    case "contentBehind":
      return "chưa nhận được nội dung mới từ máy chủ.";
    case "credentialsTwice":
      return "đang dùng chung danh tính với một máy khác. Hãy thu hồi rồi ghép lại thiết bị.";
    case "onBattery":
      return "đang chạy bằng pin hoặc bộ lưu điện. Hãy xem nguồn điện.";
    case "updatesPending":
      return `còn ${number} bản cập nhật hệ điều hành chờ lâu chưa cài.`;
    case "hubDiskFull":
      return "đã đầy ổ đĩa: chưa nhận thêm được dữ liệu. Các máy vẫn giữ dữ liệu của mình; hãy dọn ổ đĩa máy chủ.";
    case "hubDiskFreeMiB":
      return `chỉ còn ${space(number)} trống trên ổ đĩa.`;
  }
}

const space = (mebibytes: number): string =>
  mebibytes >= 1024 ? `${(mebibytes / 1024).toFixed(1).replace(".", ",")} GB` : `${Math.round(mebibytes)} MB`;

function span(seconds: number): string {
  const whole = Math.abs(Math.round(seconds));
  if (whole < 120) return `${whole} giây`;
  if (whole < 120 * 60) return `${Math.round(whole / 60)} phút`;
  if (whole < 48 * 3600) return `${Math.round(whole / 3600)} giờ`;
  return `${Math.round(whole / 86_400)} ngày`;
}
