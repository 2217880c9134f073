// Owns the kiosk's life in the page: feeds the lesson engine with time and events, saves it, and sends what it wrote. No React here.
import { createStore, type StoreApi } from "zustand/vanilla";
import type { PlannedLesson } from "../../../protocol/documents/plan.ts";
import type { SessionId } from "../../../protocol/ids.ts";
import type { KioskRecord } from "../../../protocol/link.ts";
import type { KioskLive } from "../../../protocol/messages/live.ts";
import type { BrokenPart } from "../../../protocol/records/report.ts";
import { emptyLesson, reduce } from "../../lesson/engine.ts";
import {
  type LessonDependencies,
  type LessonInput,
  type LessonState,
  type LessonView,
  saveEveryMs,
  type TimeReading,
} from "../../lesson/model.ts";
import { liveOf, viewOf } from "../../lesson/view.ts";
import { spanHolds } from "../../link/standing.ts";
import type { StationEvent, StationLink, StationStatus } from "../../link/stationLink.ts";
import type { StationProbes } from "../../readiness/checkStation.ts";
import { dueReadiness } from "../../readiness/dueReadiness.ts";
import { saveLesson } from "./saveLesson.ts";

export type StationState = {
  /** Null until the first answer of the link. */
  readonly status: StationStatus | null;
  readonly lesson: LessonState;
  readonly view: LessonView;
  readonly panelOpen: boolean;
  /** The teacher's key is held, as the shell tells it. */
  readonly teacherKeyDown: boolean;
  /** Parts that were reported as broken at this station a moment ago. */
  readonly reported: readonly BrokenPart[];
  /** Monotonic ms until which number and emblem are shown big; null when not asked for. */
  readonly identifyUntil: number | null;
  /** The locked picture lies over everything; `until` by the hub's clock, UTC ms. */
  readonly locked: { readonly until: number | null } | null;
  /** A person's words for this screen; null when there are none now. */
  readonly message: string | null;
  /** Monotonic ms until which the camera's frame is shown. */
  readonly cameraUntil: number | null;
};

export type StationStore = {
  readonly store: StoreApi<StationState>;
  /** Gives the engine an input at this moment's time. */
  send(input: Exclude<LessonInput, { type: "tick" }>): void;
  /** Keeps a record that is not the engine's, such as a report. */
  record(record: KioskRecord): Promise<void>;
  setPanelOpen(open: boolean): void;
  readonly link: StationLink;
  /** Stops all timers. */
  stop(): void;
};

export type StationStoreDependencies = LessonDependencies & {
  readonly link: StationLink;
  /** The device's clock, UTC ms. */
  readonly now: () => number;
  /** Monotonic ms. */
  readonly mono: () => number;
  readonly every: (ms: number, run: () => void) => () => void;
  /** What can be asked of the machine before a class; without it no check is made. */
  readonly loadProbes?: () => Promise<StationProbes>;
  readonly onProblem: (detail: string) => void;
};

const tickMs = 1_000;
/** By then what is installed is known, ms. */
const settlesMs = 15_000;
/** So long a part that was reported is not reported again from here: a child that found the pictures makes no noise. ms */
const reportRestsMs = 10 * 60_000;
/** A board watcher need not know an end to the second, ms. */
const liveToleranceMs = 3_000;

export function openStationStore(dependencies: StationStoreDependencies): StationStore {
  const { link } = dependencies;
  const store = createStore<StationState>(() => ({
    status: null,
    lesson: emptyLesson,
    view: viewOf(emptyLesson),
    panelOpen: false,
    teacherKeyDown: false,
    reported: [],
    identifyUntil: null,
    locked: null,
    message: null,
    cameraUntil: null,
  }));
  const sending = new Set<string>();
  let begun = false;
  let begunAt = 0;
  let savedAt = 0;
  let saving: Promise<void> = Promise.resolve();
  let lastLive: KioskLive | null = null;

  const readTime = (): TimeReading | null => {
    const clock = store.getState().status?.clock;
    if (!clock?.judged) return null;
    const deviceAt = dependencies.now();
    return {
      now: deviceAt + (clock.offsetMs ?? 0),
      deviceAt,
      mono: dependencies.mono(),
      trusted: clock.trusted,
    };
  };

  const take = (lesson: LessonState) => {
    const before = store.getState().lesson;
    store.setState({ lesson, view: viewOf(lesson) });
    keep(before, lesson);
    tellLive();
    openOrdered();
  };
  /** The game that the teacher chose opens by itself, once, when children can play. */
  const openOrdered = () => {
    const { view, status } = store.getState();
    if (view.kind !== "menu" || !view.session.placeDue || view.session.place === null) return;
    const { place, lesson } = view.session;
    const wanted = lesson.games[place]?.gameId;
    const game = status?.catalogue?.games.find(({ id }) => id === wanted);
    const damaged = status?.damagedGames.some((id) => id === wanted);
    if (game !== undefined && !damaged) apply({ type: "gameChosen", place, gameVersion: game.version });
    else if (status?.catalogue != null)
      apply({ type: "placeImpossible", detail: `${wanted}: không có hoặc bị hỏng ở trạm này` });
  };
  const apply = (...inputs: LessonInput[]) =>
    take(inputs.reduce((state, input) => reduce(state, input, dependencies), store.getState().lesson));

  /** When each span was first seen, monotonic ms, by when it began. */
  const seen = new Map<number, number>();
  const seenMs = (since: number) => {
    const mono = dependencies.mono();
    if (!seen.has(since)) seen.set(since, mono);
    return mono - (seen.get(since) ?? mono);
  };
  const followStanding = (time: TimeReading | null) => {
    const { status, locked, message } = store.getState();
    const { lock = null, message: words = null } = status?.standing ?? {};
    const holds = lock !== null && spanHolds(lock, time, seenMs(lock.since)) ? lock : null;
    if ((holds === null) !== (locked === null) || holds?.until !== locked?.until)
      store.setState({ locked: holds === null ? null : { until: holds.until } });
    const text = words !== null && spanHolds(words, time, seenMs(words.since)) ? words.text : null;
    if (text !== message) store.setState({ message: text });
  };

  const reportedAt = new Map<BrokenPart, number>();
  const forgetReports = () => {
    for (const [part, at] of reportedAt)
      if (dependencies.mono() - at > reportRestsMs) reportedAt.delete(part);
    if (reportedAt.size !== store.getState().reported.length)
      store.setState({ reported: [...reportedAt.keys()] });
  };

  const tick = () => {
    if (!begun) return;
    forgetReports();
    const { identifyUntil, cameraUntil } = store.getState();
    if (identifyUntil !== null && dependencies.mono() >= identifyUntil)
      store.setState({ identifyUntil: null });
    if (cameraUntil !== null && dependencies.mono() >= cameraUntil) store.setState({ cameraUntil: null });
    const time = readTime();
    followStanding(time);
    if (time !== null) apply({ type: "tick", time });
    const due = dueReadiness(store.getState().lesson);
    if (due !== null) checkReadiness(due.slot.sessionId, due.lesson);
    sendOutgoing();
  };

  let checking: Promise<void> | null = null;
  const checkReadiness = (sessionId: SessionId | null, lesson: PlannedLesson | null) => {
    const { loadProbes } = dependencies;
    if (loadProbes === undefined || checking !== null) return;
    // A station that has just started and not yet read what is installed would call every game lacking.
    const settling = dependencies.mono() - begunAt < settlesMs;
    if (settling && store.getState().status?.catalogue == null) return;
    const check = async () => {
      const [{ checkStation }, probes] = await Promise.all([
        import("../../readiness/checkStation.ts"),
        loadProbes(),
      ]);
      const { status } = store.getState();
      if (status === null) return;
      send({ type: "readinessChecked", sessionId, checks: await checkStation(probes, status, lesson) });
    };
    checking = check()
      .catch((error: unknown) => dependencies.onProblem(`the station was not checked: ${String(error)}`))
      .finally(() => {
        checking = null;
      });
  };

  /** Saved before it is sent: a crash in between repeats a record under its own id, never makes a second one. */
  const keep = (before: LessonState, after: LessonState) => {
    const mono = dependencies.mono();
    const { session, run, outgoing } = after;
    const changed =
      outgoing !== before.outgoing ||
      after.ended !== before.ended ||
      run?.gameId !== before.run?.gameId ||
      run?.played !== before.run?.played ||
      session?.paused !== before.session?.paused ||
      session?.led !== before.session?.led ||
      session?.place !== before.session?.place ||
      session?.turn !== before.session?.turn ||
      session?.sessionId !== before.session?.sessionId;
    if (!changed && (session === null || mono - savedAt < saveEveryMs)) return;
    savedAt = mono;
    saving = link.saveLesson(saveLesson(after)).then(sendOutgoing, (error: unknown) => {
      dependencies.onProblem(`lesson not saved: ${String(error)}`);
      // A full disk must not hold back what happened.
      sendOutgoing();
    });
  };
  const sendOutgoing = () => {
    for (const record of store.getState().lesson.outgoing) {
      if (sending.has(record.id)) continue;
      sending.add(record.id);
      link
        .record(record)
        .then(
          (id) => apply({ type: "recordKept", id }),
          (error: unknown) => dependencies.onProblem(`record not kept, tried again: ${String(error)}`),
        )
        .finally(() => sending.delete(record.id));
    }
  };
  const tellLive = () => {
    const { lesson, panelOpen, locked } = store.getState();
    const live = { ...liveOf(lesson, panelOpen), ...(locked === null ? {} : { locked }) };
    const same =
      lastLive !== null &&
      live.state === lastLive.state &&
      live.gameId === lastLive.gameId &&
      live.sessionId === lastLive.sessionId &&
      live.paused === lastLive.paused &&
      live.place === lastLive.place &&
      live.leadRevision === lastLive.leadRevision &&
      live.seats === lastLive.seats &&
      (live.locked === undefined) === (lastLive.locked === undefined) &&
      live.locked?.until === lastLive.locked?.until &&
      Math.abs((live.endAt ?? 0) - (lastLive.endAt ?? 0)) < liveToleranceMs;
    if (same) return;
    lastLive = live;
    link.live(live);
  };

  const takeStatus = (status: StationStatus) => {
    const before = store.getState().status;
    store.setState({ status });
    if (JSON.stringify(before?.plan) !== JSON.stringify(status.plan))
      apply({ type: "planChanged", plan: status.plan });
    tick();
  };
  const onEvent = (event: StationEvent) => {
    switch (event.type) {
      case "status":
        return takeStatus(event.status);
      case "teacherKey":
        return store.setState({ teacherKeyDown: event.down });
      case "gameMisbehaved":
        // It may be gone already: a child is not sent away from the next one.
        if (store.getState().lesson.run?.gameId === event.game)
          send({ type: "gameFaulted", kind: event.kind, detail: event.detail });
        return;
      case "identify":
        return store.setState({ identifyUntil: dependencies.mono() + event.seconds * 1000 });
      case "camera":
        return store.setState({ cameraUntil: dependencies.mono() + event.seconds * 1000 });
      case "checkReadiness":
        return checkReadiness(null, null);
      case "roomCommand":
        return send({
          type: "roomCommand",
          command: event.command,
          deviceId: store.getState().status?.config?.deviceId ?? null,
        });
    }
  };
  const send: StationStore["send"] = (input) => {
    const time = readTime();
    if (time === null) apply(input);
    else apply({ type: "tick", time }, input);
  };

  const early: StationEvent[] = [];
  // Fetched while the link begins: after a restart in the middle of a lesson the first picture waits for it.
  const restorer = import("./restoreLesson.ts");
  restorer.catch((error: unknown) => dependencies.onProblem(`no lesson can be restored: ${String(error)}`));
  link
    .begin((event) => (begun ? onEvent(event) : early.push(event)))
    .then(async ({ status, lesson }) => {
      if (lesson !== null) {
        const { restoreLesson } = await restorer;
        const restored = restoreLesson(lesson, dependencies);
        if (restored.ok) store.setState({ lesson: restored.value });
        else dependencies.onProblem(`${restored.code}: ${restored.detail}`);
      }
      begun = true;
      begunAt = dependencies.mono();
      apply({ type: "planChanged", plan: status.plan });
      takeStatus(status);
      for (const event of early.splice(0)) onEvent(event);
    })
    .catch((error: unknown) => dependencies.onProblem(`the link did not begin: ${String(error)}`));
  const stopTicking = dependencies.every(tickMs, tick);

  return {
    store,
    send,
    link,
    async record(record) {
      await saving;
      await link.record(record);
      if (record.type !== "report") return;
      reportedAt.set(record.body.part, dependencies.mono());
      forgetReports();
    },
    setPanelOpen(panelOpen) {
      store.setState({ panelOpen });
      tellLive();
    },
    stop: stopTicking,
  };
}
