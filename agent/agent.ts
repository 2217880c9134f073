// Owns the whole agent as one thing: how its parts are joined, in which order they start, and how they stop.
import { join } from "node:path";
import type { DeviceLoad } from "../protocol/messages/live.ts";
import { isDiskFull } from "../runtime/database.ts";
import type { Log } from "../runtime/log.ts";
import { identifyBoot } from "./boot/bootIdentity.ts";
import { aliveEveryMs, powerAtStart, powerAtStop } from "./boot/power.ts";
import { openRunNotes, recallBoot } from "./boot/runNotes.ts";
import { makeCollector } from "./collect/collector.ts";
import { openFailureCounts } from "./collect/failureCounts.ts";
import type { MachineProbes } from "./collect/machineProbes.ts";
import type { MachineActions } from "./commands/carryOut.ts";
import { makeDeviceCommands } from "./commands/deviceCommands.ts";
import { openExecutedCommands } from "./commands/executed.ts";
import { makeRoomCommands } from "./commands/roomCommands.ts";
import { openDocuments } from "./documents/documents.ts";
import { makeReceiveDesired } from "./documents/receiveDesired.ts";
import { makeDeviceSecrets } from "./enrolment/deviceSecrets.ts";
import { type Identity, writeIdentity } from "./enrolment/identity.ts";
import { makeFileRelay } from "./files/fileRelay.ts";
import { getFile } from "./files/getFile.ts";
import { makeLinkServer } from "./link/linkServer.ts";
import { makeLiveFeed } from "./link/liveFeed.ts";
import { makeLiveLoad } from "./live/liveLoad.ts";
import { type OutboxBounds, openOutbox } from "./outbox/outbox.ts";
import { makeRecorder } from "./outbox/recorder.ts";
import { plausibleFrom } from "./time/build.ts";
import { type Clock, repeat } from "./time/clock.ts";
import { makeClockWatch } from "./time/clockWatch.ts";
import { makeDeviceClock } from "./time/deviceClock.ts";
import type { Random } from "./time/random.ts";
import { makeUplink, type UplinkSettings, usualSettings } from "./uplink/uplink.ts";

export type AgentDeps = {
  /** The agent's own data folder, already taken for this process. */
  readonly folder: string;
  /** Where kiosks connect, as `linkPath` gives it. */
  readonly linkPath: string;
  readonly identity: Identity;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly version: string;
  /** UTC ms of this build. */
  readonly builtAt: number;
  readonly kernelBootId: string | null;
  readonly probes: MachineProbes;
  readonly reboot: () => Promise<void>;
  /** Where the hub may be when none of its addresses answers, as MQTT addresses. */
  readonly findHub?: () => Promise<readonly string[]>;
  /** Absent where the machine beneath is not the device's own, as for simulated ones. */
  readonly machine?: MachineActions;
  /** Null: somebody else runs the kiosk. */
  readonly restartSupervisedKiosk: (() => Promise<void>) | null;
  readonly bounds?: Partial<OutboxBounds>;
  readonly uplink?: Partial<UplinkSettings>;
};

export type Agent = {
  /** Notes the clean stop and says goodbye to the hub; about a second at most. */
  readonly stop: () => Promise<void>;
};

const retryFullDiskMs = 5000;
const dropOldEveryMs = 3600_000;
const usualHealthMs = 60_000;
/** Pauses between the samples that share a batch while nothing else is to be sent. */
const pausesPerBatch = 5;

/** Resolves once kiosks can connect; the hub is sought from then on. */
export async function startAgent(deps: AgentDeps): Promise<Agent> {
  const { clock, random, log, identity } = deps;
  const outbox = openOutbox({
    file: join(deps.folder, "outbox.db"),
    owner: identity.deviceId,
    clock,
    random,
    boot: (memory) => identifyBoot({ clock, random, before: recallBoot(memory) }, deps.kernelBootId).boot,
    ...(deps.bounds === undefined ? {} : { bounds: deps.bounds }),
  });
  const { memory, boot } = outbox;
  const recorder = makeRecorder({ outbox, clock, log });
  const notes = openRunNotes(memory, clock, boot);
  const failures = openFailureCounts(memory);
  const started = powerAtStart(notes.before, boot);
  for (const body of started) recorder.record("power", body, { remember: notes.now(false) });
  failures.powerAtStart(started);
  if (outbox.setAside !== null)
    recorder.fault(
      "other",
      `Tệp outbox bị hỏng, đã cất tại ${outbox.setAside}; agent dùng tệp mới. Số liệu chưa gửi trong tệp cũ có thể mất.`,
    );

  const deviceClock = makeDeviceClock({
    clock,
    builtAt: deps.builtAt,
    lastAliveAt: notes.before?.at ?? null,
  });
  const documents = openDocuments({
    folder: join(deps.folder, "documents"),
    deviceId: identity.deviceId,
    damaged: (name, detail) =>
      recorder.fault("documentRefused", `Bản lưu ${name} trên đĩa bị hỏng, máy chủ sẽ gửi lại: ${detail}`),
  });
  const config = () => documents.get("config")?.body;
  const healthEveryMs = () => {
    const seconds = config()?.healthEverySeconds;
    return seconds === undefined ? usualHealthMs : seconds * 1000;
  };
  const room = () => documents.get("plan")?.body.roomId ?? identity.roomId;
  let joinedRoom = room();

  const desired = makeReceiveDesired({
    documents,
    recorder,
    memory,
    taken(document) {
      log.info({ document: document.doc, version: document.version }, "document taken");
      link.broadcast({ type: "document", document });
      uplink.announceSoon();
      if (room() === joinedRoom) return;
      joinedRoom = room();
      uplink.reconnect("the device moved to another room");
    },
  });
  const deviceCommands = makeDeviceCommands({
    clock,
    log,
    boot,
    executed: openExecutedCommands(memory),
    hubNow: deviceClock.hubNow,
    allowReboot: () => config()?.allowReboot ?? false,
    allowScreenshot: () => config()?.allowScreenshot ?? false,
    reboot: deps.reboot,
    machine: deps.machine ?? null,
    sendFilePart: (part) => uplink.sendFilePart(part),
    askForDocuments() {
      documents.takeAnew();
      uplink.askForDocuments();
    },
    toKiosk: (command) => link.send({ type: "deviceCommand", command }),
    restartSupervisedKiosk: deps.restartSupervisedKiosk,
    record: (result, remember) => recorder.record("commandResult", result, { remember }),
  });
  const roomCommands = makeRoomCommands({
    log,
    hubNow: deviceClock.hubNow,
    toKiosk: (command) => link.send({ type: "roomCommand", command }),
  });
  const clockWatch = makeClockWatch({
    reading: deviceClock.reading,
    changed: (reading) => link.broadcast({ type: "clock", clock: reading }),
    untrusted: () =>
      recorder.faultOnce(
        "clock",
        "clockUntrusted",
        `Đồng hồ máy không tin được, đang chỉ ${new Date(clock.now()).toISOString()}. Hãy chỉnh giờ hoặc thay pin CMOS.`,
      ),
  });

  const uplink = makeUplink({
    clock,
    random,
    log,
    outbox,
    identity,
    secrets: makeDeviceSecrets({ identity, log, write: (next) => writeIdentity(deps.folder, next) }),
    ...(deps.findHub === undefined ? {} : { findHub: deps.findHub }),
    room,
    boot,
    run: notes.run,
    birth: () => ({
      agent: deps.version,
      kiosk: link.kiosk()?.version ?? null,
      have: documents.held(),
      clock: { at: clock.now(), mono: clock.mono(), trusted: deviceClock.reading().trusted },
    }),
    settings: {
      // A quarter of a pause more: the sixth sample, five minutes after the first, then travels with it.
      holdHealthMs: () =>
        Math.min(usualSettings.holdHealthMs(), pausesPerBatch * healthEveryMs()) +
        Math.min(healthEveryMs() / 4, 15_000),
      ...deps.uplink,
    },
    events: {
      desired: desired.receive,
      desiredRefused: desired.refuse,
      deviceCommand: deviceCommands.receive,
      roomCommand: roomCommands.receive,
      watch: ({ seconds }) => liveLoad.watch(seconds),
      hubTime(hubTime) {
        deviceClock.heardHub(hubTime);
        clockWatch.look();
      },
      online: (online) => link.broadcast({ type: "hub", online }),
    },
  });
  const liveFeed = makeLiveFeed(clock, uplink.sendLive);
  let load: DeviceLoad | null = null;
  const showLive = () => liveFeed.show({ kiosk: link.kiosk()?.live ?? null, load });
  const liveLoad = makeLiveLoad({
    clock,
    probes: deps.probes.live,
    show(shown) {
      load = shown;
      showLive();
    },
  });
  let kioskVersion: string | null = null;
  const link = makeLinkServer({
    path: deps.linkPath,
    log,
    deviceId: identity.deviceId,
    boot,
    clock: deviceClock.reading,
    hubOnline: uplink.isOnline,
    otherDocuments: documents.otherThan,
    keep(record, stored) {
      const kept = recorder.keep(record, stored);
      if (kept !== "refused") failures.kioskLeft(record);
      return kept;
    },
    commandResult: deviceCommands.kioskAnswered,
    commandFile: deviceCommands.kioskGave,
    ask: uplink.ask,
    fetchFile: makeFileRelay({ log, getFile: (file) => getFile(identity, file) }).fetch,
    kioskCame() {
      failures.kioskStarted();
      roomCommands.kioskCame();
      // The hub then tells the newest lead again: this agent may have missed it.
      uplink.announceSoon();
    },
    kioskChanged(kiosk) {
      showLive();
      const version = kiosk?.version ?? null;
      if (version === kioskVersion) return;
      kioskVersion = version;
      uplink.announceSoon();
    },
  });
  const collector = makeCollector({
    clock,
    log,
    recorder,
    memory,
    machine: deps.probes,
    kiosk: () => {
      const kiosk = link.kiosk();
      return kiosk === null ? "off" : (kiosk.live?.state ?? "starting");
    },
    healthEveryMs,
    toldTo: () => `${identity.deviceId} ${outbox.stream()}`,
    ownSoftware: () => ({
      agentVersion: deps.version,
      kioskVersion,
      games: (documents.get("content")?.body.games ?? []).map(({ id, version }) => ({ gameId: id, version })),
    }),
    linkQuality: uplink.linkQuality,
    deviceClock: () => {
      const { offsetMs, trusted } = deviceClock.reading();
      // The link speaks of the hub's clock against this one, the condition of this one against the hub's.
      return { offsetMs: offsetMs === null ? null : -offsetMs, trusted };
    },
    counts: failures.read,
    // A new device shows its health at once instead of after the first full batch.
    firstHealth: uplink.flush,
  });

  function noteAlive(): void {
    clockWatch.look();
    try {
      memory.rememberAll(notes.now(false));
    } catch (error) {
      if (!isDiskFull(error)) throw error;
      log.warn({ code: "DISK_FULL" }, "the disk is full");
    }
  }
  const timers = [
    repeat(clock, () => aliveEveryMs, noteAlive),
    repeat(clock, () => retryFullDiskMs, outbox.retry),
    repeat(
      clock,
      () => dropOldEveryMs,
      () => {
        if (deviceClock.reading().trusted) outbox.dropOld(plausibleFrom);
      },
    ),
  ];

  deviceCommands.settleUnfinished();
  clockWatch.look();
  await link.listen();
  uplink.start();
  collector.start();

  return {
    async stop() {
      for (const cancel of timers) cancel();
      collector.stop();
      deviceCommands.stop();
      liveLoad.stop();
      liveFeed.stop();
      recorder.record("power", powerAtStop, { remember: notes.now(true) });
      await Promise.all([link.close(), uplink.stop()]);
      outbox.close();
    },
  };
}
