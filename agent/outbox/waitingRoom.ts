// Owns what waits in memory while the disk is full: important records up to a bound; health only as a count.
import type { NewRecord, Stamp } from "../../protocol/records/records.ts";

export type Waiting = {
  readonly records: readonly NewRecord[];
  readonly remember?: Readonly<Record<string, unknown>>;
  readonly stored?: () => void;
  readonly urgent: boolean;
};

export type WaitingRoom = {
  readonly entries: () => readonly Waiting[];
  readonly add: (entry: Waiting) => void;
  /** After a failed write: keeps the entry if it matters and fits. */
  readonly settle: (entry: Waiting, now: number) => "waiting" | "refused";
  readonly isFull: () => boolean;
  /** What to record once the disk has room again; undefined when it never was full. */
  readonly relief: (stamp: Stamp) => Waiting | undefined;
  readonly clear: () => void;
};

export function makeWaitingRoom(maxBytes: number): WaitingRoom {
  let entries: Waiting[] = [];
  let bytes = 0;
  let fullSince: number | undefined;
  let refused: { count: number; fromAt: number; untilAt: number } | undefined;

  const sizeOf = (entry: Waiting) => Buffer.byteLength(JSON.stringify(entry.records));

  return {
    entries: () => entries,
    add: (entry) => void entries.push(entry),
    isFull: () => fullSince !== undefined,
    settle(entry, now) {
      fullSince ??= now;
      const size = sizeOf(entry);
      if (entry.urgent && bytes + size <= maxBytes) {
        bytes += size;
        return "waiting";
      }
      entries = entries.filter((other) => other !== entry);
      const times = entry.records.map(({ at }) => at);
      // Only health is lost for good, and counted; a kiosk keeps what was refused in its own spool.
      if (!entry.urgent)
        refused = {
          count: (refused?.count ?? 0) + times.length,
          fromAt: Math.min(refused?.fromAt ?? Number.POSITIVE_INFINITY, ...times),
          untilAt: Math.max(refused?.untilAt ?? 0, ...times),
        };
      return "refused";
    },
    relief(stamp) {
      if (fullSince === undefined) return undefined;
      const since = new Date(fullSince).toISOString();
      const records: NewRecord[] = [
        {
          ...stamp,
          type: "fault",
          body: {
            kind: "diskFull",
            detail: `Ổ đĩa đầy từ ${since}; ${refused?.count ?? 0} mẫu sức khỏe máy không được lưu. Dữ liệu buổi chơi không mất.`,
          },
        },
      ];
      if (refused !== undefined)
        records.push({
          ...stamp,
          type: "outboxDropped",
          body: { type: "health", how: "dropped", ...refused },
        });
      return { records, urgent: true };
    },
    clear() {
      entries = [];
      bytes = 0;
      fullSince = undefined;
      refused = undefined;
    },
  };
}
