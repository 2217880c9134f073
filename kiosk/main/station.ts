// Owns the station: what this kiosk knows, keeps and tells, with an agent beside it or without.
import { v7 as uuid } from "uuid";
import type { CommandId, RecordId, StaffId } from "../../protocol/ids.ts";
import type { LessonOrder } from "../../protocol/lesson/lessonOrder.ts";
import type {
  ClockReading,
  KioskMessage,
  KioskRecord,
  PinResult,
  ServerMessage,
} from "../../protocol/link.ts";
import type { DeviceCommand } from "../../protocol/messages/command.ts";
import type { KioskLive } from "../../protocol/messages/live.ts";
import type { Fault } from "../../protocol/records/fault.ts";
import { isDiskFull } from "../../runtime/database.ts";
import type { GamePacks } from "../../runtime/gamePacks.ts";
import type { Beginning, StationEvent, StationStatus } from "../link/stationLink.ts";
import type { AgentLink, AgentLinkDependencies } from "./agentLink.ts";
import type { Documents } from "./documents.ts";
import { openOrders } from "./orders.ts";
import type { PinKeeper } from "./pinKeeper.ts";
import type { Spool } from "./spool.ts";
import { openVoiceFetch } from "./voiceFetch.ts";
import type { VoiceFiles } from "./voiceFiles.ts";

export type StationDependencies = {
  readonly now: () => number;
  readonly random: () => number;
  /** When this software was built, UTC ms: no honest clock is earlier. */
  readonly builtAt: number;
  readonly version: string;
  readonly shell: string;
  readonly spool: Spool;
  readonly documents: Documents;
  readonly pins: PinKeeper;
  readonly packs: GamePacks;
  readonly voices: VoiceFiles;
  readonly lesson: { load(): string | null; save(text: string): void };
  /** What stands on this kiosk: lock, message, volume. */
  readonly standing: { load(): string | null; save(text: string): void };
  /** JPEG of the kiosk's window. */
  readonly capture: () => Promise<Buffer>;
  readonly wait: (ms: number) => Promise<void>;
  /** The last lines of this kiosk's log. */
  readonly log: () => string;
  readonly openLink: (
    dependencies: Pick<AgentLinkDependencies, "hello" | "onMessage" | "onConnected" | "onRefused">,
  ) => AgentLink;
  /** Ends this run of the kiosk and begins a new one. */
  readonly restart: () => void;
  readonly onProblem: (detail: string) => void;
};

export type Station = {
  begin(onEvent: (event: StationEvent) => void): Beginning;
  record(record: KioskRecord): RecordId;
  live(live: KioskLive): void;
  checkPin(pin: string): Promise<PinResult>;
  saveLesson(text: string): void;
  /** Tells the hub in the name of whoever opened the panel; false when that is nobody, or the hub is away. */
  ask(order: LessonOrder): boolean;
  panelClosed(): void;
  /** Ends the lock for whoever's PIN opened the panel; false when that is nobody. */
  unlock(): boolean;
  /** Checks the planned games while nobody waits for it. */
  checkGames(): Promise<void>;
  /** A pack was found damaged. */
  gameDamaged(detail: string): void;
  /** A recording was found damaged: it is fetched again. */
  voiceDamaged(detail: string): void;
  fault(kind: Fault["kind"], detail: string): void;
  close(): Promise<void>;
};

/** The agent may take this long to answer before the kiosk judges the clock by itself, ms. */
const clockPatienceMs = 2_000;
/** After this long without a word of the panel nobody leads from here, ms. The panel closes itself sooner. */
const panelHoldsMs = 10 * 60_000;
/** Records on the wire without an answer; the agent's own disk sets the pace. */
const sendWindow = 200;

export function openStation(dependencies: StationDependencies): Station {
  const { spool, documents, packs } = dependencies;
  let emit: (event: StationEvent) => void = () => undefined;
  let live: KioskLive | null = null;
  /** Whose PIN opened the panel. Kept here: a page that could name anybody would be nobody's signature. */
  let leader: { readonly staffId: StaffId; readonly until: number } | null = null;
  const refused = new Set<string>();
  let planRefused = false;
  let serverOnline = false;
  let hubOnline = false;
  const ownJudgement = (): ClockReading => ({
    offsetMs: null,
    trusted: dependencies.now() >= dependencies.builtAt,
  });
  // Not trusted until somebody has judged it: a lesson must not open on a dead clock in the first second.
  let clock: ClockReading = { offsetMs: null, trusted: false };
  let clockJudged = false;
  const patience = setTimeout(() => judgeClock(ownJudgement()), clockPatienceMs);

  const status = (): StationStatus => {
    const config = documents.get("config");
    let shown: StationStatus["config"] = null;
    if (config !== null) {
      const { pins: _kept, ...rest } = config;
      shown = rest;
    }
    return {
      plan: documents.get("plan"),
      planRefused,
      config: shown,
      catalogue: packs.catalogue,
      damagedGames: packs.damaged(),
      ownVoices: dependencies.voices.ownVoices(),
      clock: { ...clock, judged: clockJudged },
      serverOnline,
      hubOnline,
      standing: orders.standing(),
      about: { version: dependencies.version, shell: dependencies.shell },
    };
  };
  const changed = () => emit({ type: "status", status: status() });
  const judgeClock = (reading: ClockReading) => {
    clearTimeout(patience);
    clockJudged = true;
    clock = reading;
    changed();
  };

  const record = (entry: KioskRecord): RecordId => {
    spool.add(entry);
    link.send({ type: "record", record: entry });
    return entry.id;
  };
  const fault = (kind: Fault["kind"], detail: string) => {
    dependencies.onProblem(`${kind}: ${detail}`);
    try {
      record({
        id: uuid() as RecordId,
        at: dependencies.now(),
        type: "fault",
        body: { kind, detail: detail.slice(0, 4000) },
      });
    } catch (error) {
      // The disk is what refuses; the log line above is all that is left to give.
      dependencies.onProblem(`a fault record could not be kept: ${String(error)}`);
    }
  };
  /** What the disk or a file refused is told once, not at every try. */
  const toldOfVoices = new Set<string>();
  const voices = openVoiceFetch({
    files: dependencies.voices,
    ask: (file) => link.send({ type: "fetch", file }),
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    onChanged: () => changed(),
    onDiskRefused(error) {
      const kind = isDiskFull(error) ? "diskFull" : "other";
      if (toldOfVoices.has(kind)) return;
      toldOfVoices.add(kind);
      fault(kind, `a recording was not kept: ${String(error)}`);
    },
    onProblem: dependencies.onProblem,
  });
  /** No content document yet: what is on the disk speaks on. */
  const followVoices = () => {
    const content = documents.get("content");
    voices.follow(content === null ? undefined : (content.voices ?? null));
  };
  const orders = openOrders({
    keep: dependencies.standing,
    hubNow: () => Math.round(dependencies.now() + (clock.offsetMs ?? 0)),
    mayCapture: () => documents.get("config")?.allowScreenshot === true,
    showCamera: (seconds) => emit({ type: "camera", seconds }),
    capture: dependencies.capture,
    log: dependencies.log,
    wait: dependencies.wait,
    give: (command, kind, bytes) =>
      link.send({ type: "file", commandId: command.id, kind, data: bytes.toString("base64") }),
    answer: (command, outcome, detail) => answer(command, outcome, detail),
    onChanged: () => changed(),
    onProblem: dependencies.onProblem,
  });
  const tellTroubles = () => {
    for (const detail of spool.troubles()) fault("other", detail);
  };
  const resend = () => {
    for (const entry of spool.waiting(sendWindow)) link.send({ type: "record", record: entry });
    tellTroubles();
  };

  const obeyMessage = (message: ServerMessage) => {
    switch (message.type) {
      case "welcome":
        hubOnline = message.hubOnline;
        // What the agent sent for the versions of the hello no longer fits: it is asked again with none.
        if (documents.belongTo(message.deviceId)) {
          // Another school's teachers are not to be heard here.
          voices.follow(null);
          link.send(hello());
        }
        voices.reach(hubOnline);
        judgeClock(message.clock);
        resend();
        if (live !== null) link.send({ type: "live", live });
        return;
      case "document":
        try {
          if (message.document.doc === "plan") planRefused = false;
          if (documents.take(message.document)) changed();
          if (message.document.doc === "content") followVoices();
        } catch (error) {
          fault(
            isDiskFull(error) ? "diskFull" : "documentRefused",
            `${message.document.doc}: ${String(error)}`,
          );
        }
        return;
      case "stored": {
        const full = spool.count() > sendWindow;
        spool.remove(message.ids);
        // Those beyond the window were never sent on this connection.
        if (full) resend();
        return;
      }
      case "hub":
        hubOnline = message.online;
        voices.reach(hubOnline);
        return changed();
      case "clock":
        return judgeClock(message.clock);
      case "deviceCommand":
        return obey(message.command);
      case "roomCommand":
        return emit({ type: "roomCommand", command: message.command });
      case "filePart":
      case "fileMissing":
        return voices.hear(message);
      case "pin":
        // Only web screens ask over the link.
        return;
    }
  };

  const answer = (command: DeviceCommand, outcome: "done" | "failed" | "refused", detail: string) =>
    link.send({ type: "commandResult", commandId: command.id, outcome, detail } satisfies KioskMessage);

  const obey = (command: DeviceCommand) => {
    if (orders.obey(command)) return;
    switch (command.name) {
      case "identify":
        emit({ type: "identify", seconds: command.seconds });
        answer(command, "done", "");
        return;
      case "restartKiosk":
        // Answered first: the agent remembers the id, so a restart can never loop (ADR 0003).
        answer(command, "done", "");
        void link.close().then(dependencies.restart);
        return;
      case "checkReadiness":
        emit({ type: "checkReadiness" });
        answer(command, "done", "");
        return;
      default:
        answer(command, "refused", `${command.name} is for the agent, not for the kiosk`);
    }
  };

  const onMessage = (message: ServerMessage) => {
    try {
      obeyMessage(message);
    } catch (error) {
      // In a socket's handler it would end the kiosk before the children's eyes. Nothing is lost: what was not done
      // comes again with the next connection. No fault record: on a full disk every one would bring the next.
      dependencies.onProblem(`a "${message.type}" from the agent was not carried out: ${String(error)}`);
    }
  };

  const hello = (): Extract<KioskMessage, { type: "hello" }> => ({
    type: "hello",
    kiosk: `${dependencies.version} (${dependencies.shell})`,
    have: documents.have(),
  });
  const link = dependencies.openLink({
    hello,
    onMessage,
    onRefused({ name, key, detail }) {
      if (refused.has(key)) return;
      refused.add(key);
      planRefused ||= name === "plan";
      fault("documentRefused", detail);
      changed();
    },
    onConnected(connected) {
      serverOnline = connected;
      if (!connected) {
        hubOnline = false;
        voices.reach(false);
        if (!clockJudged) judgeClock(ownJudgement());
      }
      changed();
    },
  });

  tellTroubles();
  for (const detail of packs.troubles) fault("contentDamaged", detail);
  followVoices();
  return {
    begin(onEvent) {
      emit = onEvent;
      return { status: status(), lesson: dependencies.lesson.load() };
    },
    record,
    live(next) {
      live = next;
      link.send({ type: "live", live: next });
    },
    async checkPin(pin) {
      const result = await dependencies.pins.check(pin);
      leader =
        result.outcome === "right"
          ? { staffId: result.staffId, until: dependencies.now() + panelHoldsMs }
          : null;
      return result;
    },
    ask(order) {
      const now = dependencies.now();
      if (leader === null || leader.until < now || !hubOnline) return false;
      leader = { ...leader, until: now + panelHoldsMs };
      const askedAt = clock.trusted ? Math.round(now + (clock.offsetMs ?? 0)) : null;
      const ask = { id: uuid() as CommandId, askedAt, staffId: leader.staffId, order };
      return link.send({ type: "ask", ask });
    },
    panelClosed() {
      leader = null;
    },
    unlock() {
      if (leader === null || leader.until < dependencies.now()) return false;
      orders.unlock();
      return true;
    },
    saveLesson: (text) => dependencies.lesson.save(text),
    async checkGames() {
      const planned = new Set(documents.get("plan")?.lessons.flatMap((lesson) => lesson.games) ?? []);
      for (const { gameId } of planned) await packs.whole(gameId);
    },
    gameDamaged(detail) {
      fault("contentDamaged", detail);
      changed();
    },
    voiceDamaged(detail) {
      fault("contentDamaged", detail);
      voices.again();
    },
    fault,
    async close() {
      clearTimeout(patience);
      voices.stop();
      await link.close();
      spool.close();
    },
  };
}
