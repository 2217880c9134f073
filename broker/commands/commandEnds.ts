// Owns the rule of how a command ends that nobody answered, and in which words. Pure.
import type { CommandTable } from "../store/schema.ts";

/** A result travels through the outbox and may come a little after the command's own end. */
const graceMs = 10_000;
/** Longer for what takes longer: a machine that starts again, one that switches off. */
const longerGraceMs: Readonly<Record<string, number>> = {
  reboot: 5 * 60_000,
  shutDown: 3 * 60_000,
  screenshot: 30_000,
  collectLogs: 30_000,
};

/** What a row that nobody answered is called, and why; null while it still has time. */
export function endOf(
  row: Pick<CommandTable, "name" | "state" | "detail" | "expiresAt">,
  now: number,
  connected: boolean,
): { readonly state: string; readonly detail: string } | null {
  if (row.state === "queued") {
    if (row.expiresAt >= now) return null;
    return {
      state: "expired",
      detail: connected
        ? "Tiết học kéo dài hết thời gian chờ nên lệnh không được gửi. Các bé không bị làm phiền."
        : "Máy không bật trong thời gian chờ nên lệnh không được gửi. Chưa có gì thay đổi trên máy.",
    };
  }
  if (row.expiresAt + (longerGraceMs[row.name] ?? graceMs) >= now) return null;
  if (row.name === "wake")
    return {
      state: "failed",
      detail: `Máy không bật lên. ${row.detail} Hãy kiểm tra máy có cắm điện và dây mạng, và đã bật Wake-on-LAN trong BIOS.`,
    };
  return connected
    ? {
        state: "expired",
        detail: "Máy không trả lời lệnh này. Hãy gửi lại; nếu vẫn vậy, hãy đến xem máy.",
      }
    : {
        state: "unknown",
        detail: "Máy mất kết nối trước khi trả lời nên không rõ đã làm hay chưa. Hãy xem máy khi bật lại.",
      };
}
