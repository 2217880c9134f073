// Owns what goes out on a channel at once: one alert, or a digest of many, in words. Pure.
import type { Severity } from "../../api/alerts.ts";
import { timeAt } from "../../timetable/schoolDay.ts";

export type ParcelItem = {
  readonly event: "opened" | "cleared" | "still";
  readonly severity: Severity;
  readonly sentence: string;
  /** UTC ms. */
  readonly openedAt: number;
  readonly clearedAt: number | null;
};

export type Parcel = {
  /** The same for the same messages, also when they are sent again after a crash. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly severity: Severity;
  readonly count: number;
  readonly school: string;
  /** UTC ms. */
  readonly at: number;
};

/** What the other side said; `certain`: it did not take the message, so it may be sent again in another form. */
export type SendOutcome =
  | { readonly sent: true; readonly answer: string }
  | { readonly sent: false; readonly answer: string; readonly certain: boolean };

export const severityName: Record<Severity, string> = {
  urgent: "Khẩn cấp",
  warning: "Cần xem",
  info: "Để biết",
};
const order: readonly Severity[] = ["urgent", "warning", "info"];
/** A mail of thousands of lines is read by nobody; the dashboard has them all. */
const mostLines = 60;

export function writeParcel(
  id: string,
  items: readonly ParcelItem[],
  { school, zone, now }: { readonly school: string; readonly zone: string; readonly now: number },
): Parcel {
  const sorted = [...items].sort(
    (a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || a.openedAt - b.openedAt,
  );
  const worst = sorted[0]?.severity ?? "info";
  const [only] = sorted;
  if (sorted.length === 1 && only !== undefined) {
    const over = only.clearedAt !== null;
    const head = over ? "Đã hết" : only.event === "still" ? "Vẫn còn" : severityName[only.severity];
    return {
      id,
      title: `${head}: ${only.sentence}`,
      text: `${only.sentence}\n${times(only, zone)}\n\n${foot(school)}`,
      severity: worst,
      count: 1,
      school,
      at: now,
    };
  }
  const open = sorted.filter(({ clearedAt }) => clearedAt === null);
  const over = sorted.filter(({ clearedAt }) => clearedAt !== null);
  const urgent = open.filter(({ severity }) => severity === "urgent").length;
  const lines: string[] = [];
  for (const severity of order) {
    const of = open.filter((each) => each.severity === severity);
    if (of.length > 0)
      lines.push("", `${severityName[severity].toUpperCase()} (${of.length})`, ...of.map(line));
  }
  if (over.length > 0) lines.push("", `ĐÃ TỰ HẾT (${over.length})`, ...over.map(line));
  const cut =
    lines.length > mostLines ? [...lines.slice(0, mostLines), `… và còn nữa trong trang Cảnh báo.`] : lines;
  return {
    id,
    title: `${open.length} cảnh báo${urgent > 0 ? `, ${urgent} khẩn cấp` : ""}${over.length > 0 ? `; ${over.length} đã hết` : ""}`,
    text: `Tổng hợp cảnh báo:\n${cut.join("\n")}\n\n${foot(school)}`,
    severity: worst,
    count: sorted.length,
    school,
    at: now,
  };

  function line(item: ParcelItem): string {
    return `• ${item.sentence} ${times(item, zone)}`;
  }
}

function times({ openedAt, clearedAt }: ParcelItem, zone: string): string {
  const from = moment(openedAt, zone);
  return clearedAt === null ? `(từ ${from})` : `(từ ${from}, hết lúc ${moment(clearedAt, zone)})`;
}

const foot = (school: string) => `${school} · Kidsmart. Xem và nhận xử lý ở trang Cảnh báo của máy chủ.`;

/** 7:05 ngày 3/9. */
export function moment(at: number, zone: string): string {
  const { date, minute } = timeAt(at, zone);
  const [, month, day] = date.split("-").map(Number);
  const whole = Math.floor(minute);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")} ngày ${day}/${month}`;
}
