// Owns what each command does on this device. When, how often and with what result record is its neighbour's matter.
import type { CommandId } from "../../protocol/ids.ts";
import type { DeviceCommand } from "../../protocol/messages/command.ts";
import type { DeviceFileKind, DeviceFilePart } from "../../protocol/messages/file.ts";
import type { CommandResult } from "../../protocol/records/commandResult.ts";
import { joinLogs, partsOf } from "./commandFiles.ts";

export type Outcome = Omit<CommandResult, "commandId">;

/** What this machine can do beside its kiosk. Simulated devices have none of it. */
export type MachineActions = {
  /** Resolves when the operating system took the order; rejects with its reason. */
  readonly shutDown: () => Promise<void>;
  /** `percent` of the machine's loudest. Rejects where it cannot be set. */
  readonly setVolume: (percent: number) => Promise<void>;
  readonly wake: (macs: readonly string[]) => Promise<void>;
  /** The last lines of the agent's log. */
  readonly ownLog: () => string;
};

export type CarryOutDeps = {
  readonly allowReboot: () => boolean;
  readonly allowScreenshot: () => boolean;
  readonly reboot: () => Promise<void>;
  readonly machine: MachineActions | null;
  /** Starts the kiosk again when this agent runs it itself; null when it does not. */
  readonly restartSupervisedKiosk: (() => Promise<void>) | null;
  readonly sendFilePart: (part: DeviceFilePart) => void;
  /** Tells the hub that no document is held. */
  readonly askForDocuments: () => void;
  /** Hands a command to the kiosk, and its answer, or the lack of one, to `answered`; false when no kiosk is there. */
  readonly askKiosk: (command: DeviceCommand, answered: (outcome: Outcome) => void) => boolean;
  /** What the kiosk gave for a command; it is forgotten then. */
  readonly takeKioskFile: (id: CommandId, kind: DeviceFileKind) => Buffer | null;
};

const done: Outcome = { outcome: "done", detail: "" };
const noKiosk: Outcome = { outcome: "failed", detail: "Không có kiosk nào đang chạy trên máy này." };
const notHere: Outcome = { outcome: "failed", detail: "Máy này không làm được lệnh này." };
const powerForbidden: Outcome = {
  outcome: "refused",
  detail: "Cấu hình của máy này không cho phép tắt hay khởi động lại từ xa.",
};
const failed = (error: unknown): Outcome => ({ outcome: "failed", detail: String(error).slice(0, 1000) });

type Finish = (outcome: Outcome) => void;
type Work = {
  readonly [Name in DeviceCommand["name"]]: (
    deps: CarryOutDeps,
    command: Extract<DeviceCommand, { name: Name }>,
    finish: Finish,
  ) => void;
};

/** `finish` is called once, at once or later; never for what only the next boot can tell. */
export function carryOut(deps: CarryOutDeps, command: DeviceCommand, finish: Finish): void {
  // The name picks the function for just this command, which the compiler cannot follow.
  (work[command.name] as (deps: CarryOutDeps, command: DeviceCommand, finish: Finish) => void)(
    deps,
    command,
    finish,
  );
}

function attempt(doing: Promise<void>, finish: Finish, after: Outcome | null = done): void {
  doing.then(
    () => {
      if (after !== null) finish(after);
    },
    (error: unknown) => finish(failed(error)),
  );
}

function viaKiosk({ askKiosk }: CarryOutDeps, command: DeviceCommand, finish: Finish): void {
  if (!askKiosk(command, finish)) finish(noKiosk);
}

/** The file first: with the result its command is over. */
function deliver(
  deps: CarryOutDeps,
  id: CommandId,
  kind: DeviceFileKind,
  bytes: Uint8Array,
  finish: Finish,
): void {
  for (const part of partsOf(id, kind, bytes)) deps.sendFilePart(part);
  finish(done);
}

const work: Work = {
  identify: viaKiosk,
  checkReadiness: viaKiosk,
  message: viaKiosk,
  lock: viaKiosk,
  unlock: viaKiosk,
  restartKiosk(deps, command, finish) {
    if (deps.askKiosk(command, finish)) return;
    if (deps.restartSupervisedKiosk === null) finish(noKiosk);
    else attempt(deps.restartSupervisedKiosk(), finish);
  },
  reboot(deps, _command, finish) {
    // The result is told by the next boot, which is the only proof.
    if (deps.allowReboot()) attempt(deps.reboot(), finish, null);
    else finish(powerForbidden);
  },
  shutDown({ allowReboot, machine }, _command, finish) {
    if (!allowReboot()) finish(powerForbidden);
    else if (machine === null) finish(notHere);
    else attempt(machine.shutDown(), finish, null);
  },
  setVolume,
  screenshot(deps, command, finish) {
    if (!deps.allowScreenshot()) {
      finish({ outcome: "refused", detail: "Cấu hình của máy này không cho phép chụp màn hình." });
      return;
    }
    viaKiosk(deps, command, (outcome) => {
      const picture = deps.takeKioskFile(command.id, "screenshot");
      if (outcome.outcome !== "done") finish(outcome);
      else if (picture === null)
        finish({ outcome: "failed", detail: "Kiosk không đưa ảnh. Hãy gửi lại lệnh." });
      else deliver(deps, command.id, "screenshot", picture, finish);
    });
  },
  collectLogs(deps, command, finish) {
    const own = deps.machine?.ownLog() ?? "";
    const send = (kiosk: string | null) => deliver(deps, command.id, "logs", joinLogs(own, kiosk), finish);
    // A kiosk that hangs is just what somebody wants the agent's log for.
    const asked = deps.askKiosk(command, () =>
      send(deps.takeKioskFile(command.id, "logs")?.toString() ?? null),
    );
    if (!asked) send(null);
  },
  resendDocuments(deps, _command, finish) {
    deps.askForDocuments();
    finish(done);
  },
  wakeNeighbours({ machine }, { macs }, finish) {
    if (machine === null) finish(notHere);
    else attempt(machine.wake(macs), finish);
  },
};

/**
 * Where the system's own volume can be set it alone follows, and the kiosk stays at its cap: two shares of the same sound
 * would multiply. Elsewhere the kiosk plays at the share.
 */
function setVolume(
  { machine, askKiosk }: CarryOutDeps,
  command: Extract<DeviceCommand, { name: "setVolume" }>,
  finish: Finish,
): void {
  const system =
    machine === null ? Promise.reject(new Error("not this machine's")) : machine.setVolume(command.percent);
  system.then(
    () => {
      if (!askKiosk({ ...command, percent: 100 }, finish)) finish(done);
    },
    () => {
      const inKioskOnly = (outcome: Outcome) =>
        finish(outcome.outcome === "done" ? { ...done, detail: volumeInKioskOnly } : outcome);
      if (!askKiosk(command, inKioskOnly)) finish(noVolume);
    },
  );
}

const volumeInKioskOnly = "Chỉ đặt được trong phần mềm của trẻ; âm lượng của hệ thống giữ nguyên.";
const noVolume: Outcome = {
  outcome: "failed",
  detail: "Máy này không cho đặt âm lượng, và không có kiosk nào đang chạy.",
};
