// Owns the health light: green, yellow, red or grey, and why. Pure.

import type { KioskLive } from "../../protocol/messages/live.ts";
import type { Health } from "../../protocol/records/health.ts";
import type { ConditionFigures } from "../api/fleet.ts";
import type { HealthLight } from "../api/rooms.ts";

export type LightFacts = {
  readonly kind: "station" | "screen" | "office";
  readonly reachability: "online" | "lost" | "stopped" | "neverSeen";
  readonly lastSeenAt: number | null;
  readonly health: Health | null;
  readonly condition: ConditionFigures | null;
  /** Since when the processor was busy without a pause, UTC ms. */
  readonly busySince: number | null;
  /** Device minus hub, ms. */
  readonly clockErrorMs: number | null;
  readonly kiosk: KioskLive | null;
  /** A lesson runs in the room now. */
  readonly inSlot: boolean;
  readonly now: number;
};

export type Light = { readonly light: HealthLight; readonly reasons: readonly string[] };

type Finding = { readonly red: boolean; readonly reason: string };

const minute = 60_000;
/** A device that vanished this short ago is trouble even outside lessons; later it was probably switched off at the wall. */
const freshlyLostMs = 30 * minute;
const busyForMs = 5 * minute;

export function healthLight(facts: LightFacts): Light {
  const { reachability, lastSeenAt, inSlot, now } = facts;
  if (reachability === "neverSeen") return { light: "grey", reasons: ["Máy chưa kết nối lần nào."] };
  if (reachability === "stopped")
    return inSlot
      ? { light: "red", reasons: ["Máy đã tắt trong khi đang có tiết."] }
      : { light: "grey", reasons: ["Máy đã tắt."] };
  if (reachability === "lost") {
    const trouble = inSlot || (lastSeenAt !== null && now - lastSeenAt < freshlyLostMs);
    return { light: trouble ? "red" : "grey", reasons: [lostReason(inSlot)] };
  }
  const findings = [
    ...loadFindings(facts),
    ...conditionFindings(facts),
    ...clockFindings(facts),
    ...kioskFindings(facts),
  ];
  // The gravest first: the board may show only one.
  findings.sort((a, b) => Number(b.red) - Number(a.red));
  const light = findings.some(({ red }) => red) ? "red" : findings.length > 0 ? "yellow" : "green";
  return { light, reasons: findings.map(({ reason }) => reason) };
}

const lostReason = (inSlot: boolean) =>
  inSlot
    ? "Mất kết nối trong khi đang có tiết: kiểm tra nguồn điện và dây mạng."
    : "Mất kết nối: máy có thể đã bị ngắt điện hoặc rút dây mạng.";

function loadFindings({ health, busySince, now }: LightFacts): Finding[] {
  if (health === null) return [];
  const found: Finding[] = [];
  const { diskFreeMiB, temperatureC, memoryPercent } = health;
  if (diskFreeMiB !== null && diskFreeMiB < 500)
    found.push({ red: true, reason: `Ổ đĩa sắp đầy: chỉ còn ${diskFreeMiB} MiB.` });
  else if (diskFreeMiB !== null && diskFreeMiB < 2048)
    found.push({ red: false, reason: `Ổ đĩa còn ít chỗ: ${decimal(diskFreeMiB / 1024)} GiB.` });
  if (temperatureC !== null && temperatureC > 95)
    found.push({ red: true, reason: `Máy quá nóng: ${Math.round(temperatureC)} °C.` });
  else if (temperatureC !== null && temperatureC > 85)
    found.push({ red: false, reason: `Máy nóng: ${Math.round(temperatureC)} °C.` });
  if (memoryPercent > 95)
    found.push({ red: false, reason: `Bộ nhớ gần hết: đã dùng ${Math.round(memoryPercent)} %.` });
  if (busySince !== null && now - busySince >= busyForMs)
    found.push({
      red: false,
      reason: `Bộ xử lý bận liên tục ${Math.floor((now - busySince) / minute)} phút.`,
    });
  return found;
}

/** A missing mouse or loudspeaker is the check's before a lesson: an office PC needs neither. */
function conditionFindings({ condition }: LightFacts): Finding[] {
  if (condition === null) return [];
  const found: Finding[] = [];
  const { smart, onMains, batteryPercent } = condition;
  if (smart === "failing") found.push({ red: true, reason: "Ổ đĩa tự báo sắp hỏng: cần sao lưu và thay ổ." });
  if (onMains === false)
    found.push({
      red: batteryPercent !== null && batteryPercent < 15,
      reason:
        batteryPercent === null
          ? "Máy đang chạy bằng pin, không có điện lưới."
          : `Máy đang chạy bằng pin, còn ${Math.round(batteryPercent)} %.`,
    });
  return found;
}

function clockFindings({ clockErrorMs }: LightFacts): Finding[] {
  if (clockErrorMs === null) return [];
  const size = Math.abs(clockErrorMs);
  if (size > 60 * minute)
    return [{ red: true, reason: "Đồng hồ của máy sai hơn 1 giờ: có thể đã hết pin CMOS." }];
  if (size > 2 * minute)
    return [{ red: false, reason: `Đồng hồ của máy lệch ${Math.round(size / minute)} phút.` }];
  return [];
}

function kioskFindings({ kind, kiosk, health, inSlot }: LightFacts): Finding[] {
  if (kind === "office") return [];
  const state = kiosk?.state ?? health?.kiosk;
  if (kiosk?.locked !== undefined && inSlot)
    return [{ red: false, reason: "Đang có tiết nhưng máy đang khóa: gửi lệnh “Mở khóa”." }];
  if (state === "stuck") return [{ red: true, reason: "Màn hình trẻ em bị treo." }];
  if (state === "off" && inSlot)
    return [{ red: true, reason: "Đang có tiết nhưng màn hình trẻ em chưa mở." }];
  return [];
}

const decimal = (value: number) => value.toFixed(1).replace(".", ",");
