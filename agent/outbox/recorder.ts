// Owns the stamping of records: every record the agent makes gets its time, uptime and boot here.
import type { KioskRecord } from "../../protocol/link.ts";
import type { Fault } from "../../protocol/records/fault.ts";
import type { NewRecord, RecordBody, RecordType, Stamp } from "../../protocol/records/records.ts";
import type { Log } from "../../runtime/log.ts";
import type { Clock } from "../time/clock.ts";
import type { Appended, AppendOptions, Outbox } from "./outbox.ts";

export type Recorder = {
  readonly record: <Type extends RecordType>(
    type: Type,
    body: RecordBody<Type>,
    options?: AppendOptions,
  ) => Appended;
  readonly fault: (kind: Fault["kind"], detail: string) => void;
  /** As `fault`, but once in this run for each `topic`: a probe that fails every minute is told once. */
  readonly faultOnce: (topic: string, kind: Fault["kind"], detail: string) => void;
  /** Keeps a kiosk's record under its own id and time. */
  readonly keep: (record: KioskRecord, stored: () => void) => Appended;
};

export type RecorderDeps = {
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly log: Log;
};

/** Far above any real record, far below what one MQTT message carries. */
const maxBodyBytes = 64 * 1024;

export function makeRecorder({ outbox, clock, log }: RecorderDeps): Recorder {
  const told = new Set<string>();
  const stamp = (): Stamp => ({ at: clock.now(), mono: clock.mono(), boot: outbox.boot });

  const recorder: Recorder = {
    record(type, body, options) {
      // `body` is the body of `type` by this function's own signature; the union cannot see that.
      return outbox.append([{ ...stamp(), type, body } as NewRecord], options);
    },
    fault(kind, detail) {
      log.warn({ code: kind, detail }, "fault");
      recorder.record("fault", { kind, detail: detail.slice(0, 4000) });
    },
    faultOnce(topic, kind, detail) {
      if (told.has(topic)) return;
      told.add(topic);
      recorder.fault(kind, detail);
    },
    keep({ id, at, type, body }, stored) {
      const bytes = Buffer.byteLength(JSON.stringify(body));
      if (bytes > maxBodyBytes) {
        // Kept, it could never be sent; unanswered, the kiosk would offer it for ever.
        recorder.fault("other", `Bản ghi ${type} từ kiosk quá lớn (${bytes} byte) nên bị bỏ qua.`);
        stored();
        return "stored";
      }
      // It may have waited in the kiosk's spool: its uptime is reckoned back, as far as this boot goes.
      const mono = Math.min(clock.mono(), Math.max(0, clock.mono() - (clock.now() - at)));
      return outbox.append([{ at, mono, boot: outbox.boot, id, type, body } as NewRecord], { stored });
    },
  };
  return recorder;
}
