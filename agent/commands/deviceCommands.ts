// Owns what the device does with a command from the hub: once, in time, and always with a result record (ADR 0003).
import type { BootId, CommandId } from "../../protocol/ids.ts";
import type { DeviceCommand } from "../../protocol/messages/command.ts";
import type { CommandResult } from "../../protocol/records/commandResult.ts";
import { isDiskFull } from "../../runtime/database.ts";
import type { Log } from "../../runtime/log.ts";
import type { KioskResult } from "../link/linkServer.ts";
import type { Cancel, Clock } from "../time/clock.ts";
import type { ExecutedCommands } from "./executed.ts";

export type DeviceCommandsDeps = {
  readonly clock: Clock;
  readonly log: Log;
  readonly boot: BootId;
  readonly executed: ExecutedCommands;
  /** The hub's time as far as it is known, UTC ms; null when the hub's clock was never heard. */
  readonly hubNow: () => number | null;
  readonly allowReboot: () => boolean;
  /** Starts the machine again. Resolves when the operating system took the order; rejects with its reason. */
  readonly reboot: () => Promise<void>;
  /** Hands a command to the kiosk; false when none is connected. */
  readonly toKiosk: (command: DeviceCommand) => boolean;
  /** Starts the kiosk again when this agent runs it itself; null when it does not. */
  readonly restartSupervisedKiosk: (() => Promise<void>) | null;
  /** Records the result; `remember` goes into the same transaction. */
  readonly record: (result: CommandResult, remember: Readonly<Record<string, unknown>>) => void;
};

export type DeviceCommands = {
  readonly receive: (command: DeviceCommand) => void;
  readonly kioskAnswered: (result: KioskResult) => void;
  /** Reports what an earlier run began and could not report. Once, after the start. */
  readonly settleUnfinished: () => void;
  readonly stop: () => void;
};

/** A kiosk that starts anew answers before it goes; one that hangs does not answer at all. */
const kioskAnswersWithinMs = 20_000;

type Outcome = Omit<CommandResult, "commandId">;

export function makeDeviceCommands(deps: DeviceCommandsDeps): DeviceCommands {
  const { clock, log, executed, boot } = deps;
  /** Handed to the kiosk, not answered yet. */
  const open = new Map<string, { readonly id: CommandId; readonly cancel: Cancel }>();

  function finish(id: CommandId, outcome: Outcome): void {
    log.info({ command: id, ...outcome }, "command finished");
    deps.record({ commandId: id, ...outcome }, executed.finish(id));
  }

  function begin({ id, name }: DeviceCommand): boolean {
    try {
      executed.begin(id, name, boot);
      return true;
    } catch (error) {
      if (!isDiskFull(error)) throw error;
      finish(id, { outcome: "failed", detail: "Ổ đĩa đầy nên chưa làm gì. Hãy dọn ổ đĩa rồi gửi lại lệnh." });
      return false;
    }
  }

  function forward(command: DeviceCommand): boolean {
    if (!deps.toKiosk(command)) return false;
    const cancel = clock.after(kioskAnswersWithinMs, () => {
      open.delete(command.id);
      finish(command.id, {
        outcome: "failed",
        detail: "Kiosk không trả lời. Hãy xem máy trạm, có thể cần bật lại máy.",
      });
    });
    open.set(command.id, { id: command.id, cancel });
    return true;
  }

  function attempt(id: CommandId, work: () => Promise<void>, done: Outcome | null): void {
    work().then(
      () => {
        if (done !== null) finish(id, done);
      },
      (error: unknown) => finish(id, { outcome: "failed", detail: String(error).slice(0, 1000) }),
    );
  }

  function execute(command: DeviceCommand): void {
    const noKiosk: Outcome = { outcome: "failed", detail: "Không có kiosk nào đang chạy trên máy này." };
    switch (command.name) {
      case "identify":
      case "checkReadiness":
        if (!forward(command)) finish(command.id, noKiosk);
        return;
      case "restartKiosk":
        if (forward(command)) return;
        if (deps.restartSupervisedKiosk === null) finish(command.id, noKiosk);
        else attempt(command.id, deps.restartSupervisedKiosk, { outcome: "done", detail: "" });
        return;
      case "reboot":
        if (!deps.allowReboot())
          finish(command.id, {
            outcome: "refused",
            detail: "Cấu hình của máy này không cho phép khởi động lại từ xa.",
          });
        // The result is told by the next boot, which is the only proof.
        else attempt(command.id, deps.reboot, null);
    }
  }

  return {
    receive(command) {
      if (executed.has(command.id) || !begin(command)) return;
      const hubNow = deps.hubNow();
      if (hubNow !== null && hubNow > command.expiresAt)
        finish(command.id, { outcome: "expired", detail: "Lệnh đến quá hạn nên không thực hiện." });
      else execute(command);
    },
    kioskAnswered({ commandId, outcome, detail }) {
      const waiting = open.get(commandId);
      if (waiting === undefined) return;
      open.delete(commandId);
      waiting.cancel();
      finish(waiting.id, { outcome, detail });
    },
    settleUnfinished() {
      for (const { id, name, boot: began } of executed.unfinished) {
        const rebooted = name === "reboot" && began !== boot;
        finish(
          id,
          rebooted
            ? { outcome: "done", detail: "Máy đã khởi động lại." }
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
