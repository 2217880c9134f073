// Owns what the device does with a command from the hub: once, in time, and always with a result record (ADR 0003).
import type { BootId, CommandId } from "../../protocol/ids.ts";
import type { DeviceCommand } from "../../protocol/messages/command.ts";
import type { DeviceFileKind } from "../../protocol/messages/file.ts";
import type { CommandResult } from "../../protocol/records/commandResult.ts";
import { isDiskFull } from "../../runtime/database.ts";
import type { Log } from "../../runtime/log.ts";
import type { KioskFile, KioskResult } from "../link/linkServer.ts";
import type { Cancel, Clock } from "../time/clock.ts";
import { type CarryOutDeps, carryOut, type Outcome } from "./carryOut.ts";
import type { ExecutedCommands } from "./executed.ts";

export type DeviceCommandsDeps = Omit<CarryOutDeps, "askKiosk" | "takeKioskFile"> & {
  readonly clock: Clock;
  readonly log: Log;
  readonly boot: BootId;
  readonly executed: ExecutedCommands;
  /** The hub's time as far as it is known, UTC ms; null when the hub's clock was never heard. */
  readonly hubNow: () => number | null;
  /** Hands a command to the kiosk; false when none is connected. */
  readonly toKiosk: (command: DeviceCommand) => boolean;
  /** Records the result; `remember` goes into the same transaction. */
  readonly record: (result: CommandResult, remember: Readonly<Record<string, unknown>>) => void;
};

export type DeviceCommands = {
  readonly receive: (command: DeviceCommand) => void;
  readonly kioskAnswered: (result: KioskResult) => void;
  /** A file that the kiosk was asked for; one that nobody waits for is thrown away. */
  readonly kioskGave: (file: KioskFile) => void;
  /** Reports what an earlier run began and could not report. Once, after the start. */
  readonly settleUnfinished: () => void;
  readonly stop: () => void;
};

/** A kiosk that starts anew answers before it goes; one that hangs does not answer at all. */
const kioskAnswersWithinMs = 20_000;

type Waiting = {
  readonly cancel: Cancel;
  readonly answered: (outcome: Outcome) => void;
  file: { readonly kind: DeviceFileKind; readonly bytes: Buffer } | null;
};

/** Power is gone with the run that ordered it: the next boot is the result. */
const toldByNextBoot: Readonly<Record<string, string>> = {
  reboot: "Máy đã khởi động lại.",
  shutDown: "Máy đã tắt, và nay được bật lại.",
};

export function makeDeviceCommands(deps: DeviceCommandsDeps): DeviceCommands {
  const { clock, log, executed, boot } = deps;
  /** Handed to the kiosk, not answered yet. */
  const open = new Map<string, Waiting>();

  function finish(id: CommandId, outcome: Outcome): void {
    log.info({ command: id, ...outcome }, "command finished");
    deps.record({ commandId: id, ...outcome }, executed.finish(id));
  }

  /** Once in this run is enough for them: a full disk must not keep a station locked, and opening twice does no harm. */
  const unremembered = new Set<string>();

  function begin({ id, name }: DeviceCommand): boolean {
    try {
      executed.begin(id, name, boot);
      return true;
    } catch (error) {
      if (!isDiskFull(error)) throw error;
      if (name === "unlock") {
        unremembered.add(id);
        return true;
      }
      finish(id, { outcome: "failed", detail: "Ổ đĩa đầy nên chưa làm gì. Hãy dọn ổ đĩa rồi gửi lại lệnh." });
      return false;
    }
  }

  function askKiosk(command: DeviceCommand, answered: (outcome: Outcome) => void): boolean {
    if (!deps.toKiosk(command)) return false;
    const cancel = clock.after(kioskAnswersWithinMs, () =>
      answer(command.id, {
        outcome: "failed",
        detail: "Kiosk không trả lời. Hãy xem máy trạm, có thể cần bật lại máy.",
      }),
    );
    open.set(command.id, { cancel, answered, file: null });
    return true;
  }

  function answer(id: string, outcome: Outcome): void {
    const waiting = open.get(id);
    if (waiting === undefined) return;
    waiting.cancel();
    waiting.answered(outcome);
    open.delete(id);
  }

  const means: CarryOutDeps = {
    ...deps,
    askKiosk,
    takeKioskFile(id, kind) {
      const file = open.get(id)?.file;
      return file?.kind === kind ? file.bytes : null;
    },
  };

  return {
    receive(command) {
      if (executed.has(command.id) || unremembered.has(command.id) || !begin(command)) return;
      const hubNow = deps.hubNow();
      if (hubNow !== null && hubNow > command.expiresAt)
        finish(command.id, { outcome: "expired", detail: "Lệnh đến quá hạn nên không thực hiện." });
      else carryOut(means, command, (outcome) => finish(command.id, outcome));
    },
    kioskAnswered({ commandId, outcome, detail }) {
      answer(commandId, { outcome, detail });
    },
    kioskGave({ commandId, kind, data }) {
      const waiting = open.get(commandId);
      if (waiting !== undefined) waiting.file = { kind, bytes: Buffer.from(data, "base64") };
    },
    settleUnfinished() {
      for (const { id, name, boot: began } of executed.unfinished) {
        const proof = began === boot ? undefined : toldByNextBoot[name];
        finish(
          id,
          proof !== undefined
            ? { outcome: "done", detail: proof }
            : {
                outcome: "failed",
                detail: "Agent bị dừng trước khi có kết quả. Hãy gửi lại lệnh nếu vẫn cần.",
              },
        );
      }
    },
    stop() {
      for (const { cancel } of open.values()) cancel();
    },
  };
}
