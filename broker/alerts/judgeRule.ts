// Owns refusing rules, channels and windows that make no sense: what is wrong with which field, in Vietnamese. Pure.
import { type MeasureName, measures } from "../api/alertMeasures.ts";
import {
  type AlertChannelOrder,
  type AlertRuleOrder,
  type MaintenanceWindowOrder,
  measureName,
} from "../api/alerts.ts";

type Fields = Record<string, string>;

/** Longest durations, seconds: what takes longer than a season is watched by nobody. */
const longestSeconds = 90 * 24 * 60 * 60;
const longestWindowMs = 366 * 24 * 60 * 60_000;

export function judgeRule(order: AlertRuleOrder, known: KnownPlaces): Fields {
  const fields: Fields = {};
  const name = measureName.safeParse(order.measure);
  if (!name.success) {
    fields["measure"] = "Không có số đo này; hãy chọn một mục trong danh sách.";
    return fields;
  }
  judgeThresholds(order, name.data, fields);
  judgeDurations(order, fields);
  judgeGroup(order, name.data, known, fields);
  return fields;
}

export type KnownPlaces = {
  hasRoom(id: string): boolean;
  hasDevice(id: string): boolean;
};

function judgeThresholds(
  { setThreshold, clearThreshold }: AlertRuleOrder,
  name: MeasureName,
  fields: Fields,
) {
  const { kind, bad, least, most } = measures[name];
  if (kind === "state") {
    if (setThreshold !== 1 || clearThreshold !== 0)
      fields["setThreshold"] = "Mục này chỉ có hai trạng thái nên không đặt ngưỡng.";
    return;
  }
  const range = `Phải từ ${least} đến ${most}.`;
  if (!(setThreshold >= least && setThreshold <= most)) fields["setThreshold"] = range;
  if (!(clearThreshold >= 0 && clearThreshold <= most)) fields["clearThreshold"] ??= `Phải từ 0 đến ${most}.`;
  if (bad === "above" && clearThreshold >= setThreshold)
    fields["clearThreshold"] =
      "Mức hết báo phải thấp hơn mức bắt đầu báo; nếu không, cảnh báo sẽ không bao giờ yên.";
  if (bad === "below" && clearThreshold <= setThreshold)
    fields["clearThreshold"] =
      "Mức hết báo phải cao hơn mức bắt đầu báo; nếu không, cảnh báo sẽ không bao giờ yên.";
}

function judgeDurations({ setForSeconds, clearForSeconds }: AlertRuleOrder, fields: Fields) {
  for (const [field, seconds] of Object.entries({ setForSeconds, clearForSeconds })) {
    if (seconds < 0) fields[field] = "Thời gian không thể âm.";
    else if (seconds > longestSeconds) fields[field] = "Thời gian dài nhất là 90 ngày.";
  }
}

function judgeGroup({ group, times }: AlertRuleOrder, name: MeasureName, known: KnownPlaces, fields: Fields) {
  if (measures[name].ofHub === true) {
    if (group.of !== "all") fields["group"] = "Mục này đo chính máy chủ nên không chọn thiết bị.";
    if (times === "beforeLesson") fields["times"] = "Máy chủ không có tiết học; hãy chọn thời gian khác.";
    return;
  }
  const empty = "Chưa chọn thiết bị nào nên quy tắc sẽ không bao giờ báo.";
  if (group.of === "kinds" && group.kinds.length === 0) fields["group"] = empty;
  if (group.of === "rooms") {
    if (group.roomIds.length === 0) fields["group"] = empty;
    else if (!group.roomIds.every(known.hasRoom)) fields["group"] = "Có phòng không còn nữa; hãy chọn lại.";
  }
  if (group.of === "devices") {
    if (group.deviceIds.length === 0) fields["group"] = empty;
    else if (!group.deviceIds.every(known.hasDevice))
      fields["group"] = "Có thiết bị không còn nữa; hãy chọn lại.";
  }
}

export function judgeWindow(
  { place, time }: MaintenanceWindowOrder,
  now: number,
  known: KnownPlaces,
): Fields {
  const fields: Fields = {};
  if (place.of === "room" && !known.hasRoom(place.id)) fields["place"] = "Phòng này không còn nữa.";
  if (place.of === "device" && !known.hasDevice(place.id)) fields["place"] = "Thiết bị này không còn nữa.";
  if (time.repeats === "once") {
    if (time.untilAt <= time.fromAt) fields["time.untilAt"] = "Giờ kết thúc phải sau giờ bắt đầu.";
    else if (time.untilAt <= now) fields["time.untilAt"] = "Khoảng thời gian này đã qua.";
    else if (time.untilAt - time.fromAt > longestWindowMs) fields["time.untilAt"] = "Dài nhất là một năm.";
    return fields;
  }
  if (time.weekdays.length === 0) fields["time.weekdays"] = "Cần chọn ít nhất một ngày.";
  const minutes = (time.endMinute - time.startMinute + 1440) % 1440 || 1440;
  if (minutes >= 1440 && new Set(time.weekdays).size >= 7)
    fields["time.endMinute"] = "Như vậy là cả tuần không lúc nào được báo; hãy tắt quy tắc thay vì bảo trì.";
  return fields;
}

/** Quiet hours have to leave at least so many minutes of the day. */
const leastLoudMinutes = 60;

export function judgeChannel(order: AlertChannelOrder, hasSecret: boolean): Fields {
  const { settings, severities, quiet } = order;
  const fields: Fields = {};
  if (severities.length === 0) fields["severities"] = "Chưa chọn mức nào nên kênh này sẽ không bao giờ báo.";
  if (quiet !== null) {
    const minutes = (quiet.endMinute - quiet.startMinute + 1440) % 1440;
    if (minutes === 0 || 1440 - minutes < leastLoudMinutes)
      fields["quiet"] =
        "Giờ yên lặng phủ kín cả ngày nên sẽ không bao giờ báo; hãy chừa lại ít nhất một giờ.";
  }
  if (settings.kind === "email") {
    if (settings.host === "") fields["settings.host"] = "Cần tên máy chủ gửi thư.";
    if (!isMail(settings.from)) fields["settings.from"] = "Chưa đúng địa chỉ thư.";
    if (settings.to.length === 0) fields["settings.to"] = "Cần ít nhất một người nhận.";
    else if (!settings.to.every(isMail)) fields["settings.to"] = "Có địa chỉ thư chưa đúng.";
    if (settings.username !== "" && !hasSecret) fields["secret"] = "Cần mật khẩu của hộp thư gửi.";
  } else if (settings.kind === "telegram") {
    if (!isHttp(settings.base)) fields["settings.base"] = "Địa chỉ phải bắt đầu bằng https:// hoặc http://";
    if (settings.chatId === "") fields["settings.chatId"] = "Cần mã cuộc trò chuyện (chat id).";
    if (!hasSecret) fields["secret"] = "Cần mã của bot (token).";
  } else {
    if (!isHttp(settings.url)) fields["settings.url"] = "Địa chỉ phải bắt đầu bằng https:// hoặc http://";
    if (!isTemplate(settings.template)) fields["settings.template"] = "Mẫu tin chưa phải JSON đúng.";
    for (const name of Object.keys(settings.headers))
      if (!/^[A-Za-z0-9_-]+$/.test(name)) fields["settings.headers"] = `Tên tiêu đề “${name}” chưa đúng.`;
    const asksSecret = JSON.stringify(settings).includes("{{secret}}");
    if (asksSecret && !hasSecret) fields["secret"] = "Mẫu dùng {{secret}} nên cần mã bí mật.";
  }
  return fields;
}

const isMail = (text: string) =>
  /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(text) || /^[^\s@<>]+@localhost$/.test(text);

function isHttp(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && (url.protocol === "https:" || url.protocol === "http:");
}

function isTemplate(text: string): boolean {
  try {
    JSON.parse(text.replaceAll(/\{\{\w+\}\}/g, "0"));
    return true;
  } catch {
    return false;
  }
}
