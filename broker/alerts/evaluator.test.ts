import { performance } from "node:perf_hooks";
import { expect, test } from "vitest";
import type { RoomId } from "../../protocol/ids.ts";
import type { MeasureName } from "../api/alertMeasures.ts";
import type { AlertId, AlertRule, AlertRuleId } from "../api/alerts.ts";
import { makeEvaluator } from "./evaluator.ts";
import type { KeptAlert, Moment, Transition } from "./transitions.ts";

const minute = 60_000;
const ruleId = (n: number) => `rule-${n}` as AlertRuleId;

function rule(measure: MeasureName, more: Partial<AlertRule> = {}): AlertRule {
  return {
    id: ruleId(1),
    name: measure,
    measure,
    setThreshold: 1,
    clearThreshold: 0,
    setForSeconds: 180,
    clearForSeconds: 60,
    severity: "warning",
    group: { of: "all" },
    times: "always",
    enabled: true,
    changedBy: "",
    changedAt: 0,
    ...more,
  };
}

function makeBench(rules: readonly AlertRule[], { devices = 20, rooms = 2 } = {}) {
  let ids = 0;
  const evaluator = makeEvaluator({ makeId: () => `alert-${ids++}` as AlertId });
  const state = {
    now: Date.parse("2027-03-01T01:00:00Z"),
    hoursStartAt: Date.parse("2027-03-01T00:30:00Z") as number | null,
    lesson: false,
    quiet: new Set<string>(),
  };
  const names = Array.from({ length: devices }, (_, index) => `d${index}`);
  const roomOf = (index: number) => `r${index % rooms}`;
  for (const [index, name] of names.entries())
    evaluator.place(name, { roomId: roomOf(index), kind: "station" }, state.now);
  evaluator.setRules(rules, state.now);
  const moment = (): Moment => ({
    now: state.now,
    hoursStartAt: state.hoursStartAt,
    lessonNear: () => state.lesson,
    quiet: (device, room) => state.quiet.has(device ?? "") || state.quiet.has(room ?? ""),
  });
  /** What is told: neither folded ones nor what closes under a cause. */
  const toldOf = (all: readonly Transition[]) =>
    all.flatMap((each) => {
      if (each.type === "opened" && each.alert.causeId === null)
        return [
          `opened ${each.alert.subject.kind} ${each.alert.subject.id}${each.alert.flapping ? " flapping" : ""}`,
        ];
      if (each.type === "unfolded") return ["unfolded"];
      return [];
    });
  return {
    evaluator,
    state,
    names,
    see: (name: string, measure: MeasureName, value: number | null, sinceAt?: number) =>
      evaluator.observe(name, measure, value, state.now, sinceAt),
    all: (measure: MeasureName, value: number | null, of: readonly string[] = names) => {
      for (const name of of) evaluator.observe(name, measure, value, state.now);
    },
    tick: () => evaluator.tick(moment()),
    /** Ticks every ten seconds; all that happened. */
    pass(ms: number): Transition[] {
      const found: Transition[] = [];
      for (let spent = 0; spent < ms; spent += 10_000) {
        state.now += 10_000;
        found.push(...evaluator.tick(moment()));
      }
      return found;
    },
    toldOf,
  };
}

const closed = (all: readonly Transition[]) => all.filter(({ type }) => type === "closed").length;

test("a number has to be bad for the set duration and well for the clear duration, with the band between changing nothing", () => {
  const hot = rule("temperatureC", { setThreshold: 85, clearThreshold: 75 });
  const { all, see, pass, toldOf } = makeBench([hot]);
  all("temperatureC", 50);
  see("d0", "temperatureC", 90);
  expect(toldOf(pass(2 * minute))).toEqual([]);
  see("d0", "temperatureC", 80);
  expect(toldOf(pass(2 * minute))).toEqual(["opened device d0"]);
  expect(pass(30 * minute)).toEqual([]);
  see("d0", "temperatureC", 74);
  expect(closed(pass(minute - 10_000))).toBe(0);
  see("d0", "temperatureC", 86);
  expect(closed(pass(5 * minute))).toBe(0);
  see("d0", "temperatureC", 70);
  expect(closed(pass(2 * minute))).toBe(1);
});

test("a short peak is no news", () => {
  const hot = rule("temperatureC", { setThreshold: 85, clearThreshold: 75 });
  const { see, pass } = makeBench([hot]);
  see("d0", "temperatureC", 90);
  pass(minute);
  see("d0", "temperatureC", 60);
  expect(pass(20 * minute)).toEqual([]);
});

test("a power cut of a room is one alert, which clears when the room is back", () => {
  const { names, all, see, pass, state, toldOf } = makeBench([rule("lost", { times: "schoolHours" })]);
  all("lost", 0);
  pass(minute);
  const room = names.filter((_, index) => index % 2 === 0);
  // Keep-alives end one after the other.
  for (const name of room) {
    see(name, "lost", 1, state.now);
    pass(10_000);
  }
  expect(toldOf(pass(5 * minute))).toEqual(["opened room r0"]);
  all("lost", 0, room);
  const after = pass(5 * minute);
  expect(toldOf(after)).toEqual([]);
  // Ten devices and the cause.
  expect(closed(after)).toBe(11);
});

test("what stays away after the room is back is told by itself, once", () => {
  const { names, all, pass, toldOf } = makeBench([rule("lost", { times: "schoolHours" })]);
  all("lost", 0);
  const room = names.filter((_, index) => index % 2 === 0);
  all("lost", 1, room);
  expect(toldOf(pass(5 * minute))).toEqual(["opened room r0"]);
  all("lost", 0, room.slice(1));
  expect(toldOf(pass(20 * minute))).toEqual(["unfolded"]);
});

test("the whole school without network is one alert", () => {
  const { all, pass, toldOf } = makeBench([rule("lost", { times: "schoolHours" })], {
    devices: 200,
    rooms: 10,
  });
  all("lost", 0);
  all("lost", 1);
  expect(toldOf(pass(10 * minute))).toEqual(["opened school "]);
});

test("a thousand devices with the same clock error are one alert on the hub, and the one that differs is its own", () => {
  const wrong = rule("clockErrorSeconds", { setThreshold: 120, clearThreshold: 60 });
  const { names, evaluator, state, pass, toldOf } = makeBench([wrong], { devices: 1000, rooms: 50 });
  for (const [index, name] of names.entries())
    evaluator.observe(name, "clockErrorSeconds", index === 7 ? 90_000 : -10_800 + (index % 5), state.now);
  const told = pass(10 * minute);
  expect(toldOf(told).sort()).toEqual(["opened device d7", "opened hub "]);
  const [cause] = told.filter((each) => each.type === "opened" && each.alert.subject.kind === "hub");
  expect(cause).toMatchObject({ alert: { value: -10_798 } });
});

test("a network that flaps is told once, held while it flaps, and clears when it is calm", () => {
  const { all, see, pass, toldOf, state } = makeBench([rule("lost", { times: "schoolHours" })]);
  all("lost", 0);
  const told: Transition[] = [];
  // Never away long enough for the rule itself.
  for (let round = 0; round < 30; round++) {
    see("d0", "lost", 1, state.now);
    told.push(...pass(40_000));
    see("d0", "lost", 0);
    told.push(...pass(40_000));
  }
  expect(toldOf(told)).toEqual(["opened device d0 flapping"]);
  expect(closed(told)).toBe(0);
  const after = pass(20 * minute);
  expect(toldOf(after)).toEqual([]);
  expect(closed(after)).toBe(1);
});

test("a room whose network flaps is one alert", () => {
  const { names, all, pass, toldOf } = makeBench([rule("lost", { times: "schoolHours" })]);
  all("lost", 0);
  const room = names.filter((_, index) => index % 2 === 0);
  const told: Transition[] = [];
  for (let round = 0; round < 20; round++) {
    all("lost", round % 2 === 0 ? 1 : 0, room);
    told.push(...pass(40_000));
  }
  expect(toldOf(told)).toEqual(["opened room r0 flapping"]);
});

test("nothing is told in maintenance; after it, what is still wrong is told once and what came and went is not", () => {
  const { all, see, pass, toldOf, state } = makeBench([rule("pointerMissing")]);
  all("pointerMissing", 0);
  state.quiet.add("r0");
  see("d0", "pointerMissing", 1);
  see("d2", "pointerMissing", 1);
  expect(pass(30 * minute)).toEqual([]);
  see("d2", "pointerMissing", 0);
  expect(pass(30 * minute)).toEqual([]);
  state.quiet.clear();
  expect(toldOf(pass(2 * minute))).toEqual([]);
  expect(toldOf(pass(60 * minute))).toEqual(["opened device d0"]);
});

test("machines that were away before school began are off, not lost, and a lesson asks for them", () => {
  const rules = [
    rule("lost", { times: "schoolHours" }),
    rule("off", { id: ruleId(2), times: "beforeLesson", setForSeconds: 60 }),
  ];
  const { all, see, pass, toldOf, state } = makeBench(rules);
  all("lost", 0);
  all("off", 0);
  const friday = state.now - 60 * 3_600_000;
  see("d0", "lost", 1, friday);
  see("d0", "off", 1, friday);
  expect(pass(60 * minute)).toEqual([]);
  state.lesson = true;
  expect(toldOf(pass(10 * minute))).toEqual(["opened device d0"]);
});

test("a machine lost in the morning is not told a second time before the lesson", () => {
  const rules = [
    rule("lost", { times: "schoolHours" }),
    rule("off", { id: ruleId(2), times: "beforeLesson", setForSeconds: 60 }),
  ];
  const { all, see, pass, toldOf, state } = makeBench(rules);
  all("lost", 0);
  all("off", 0);
  see("d0", "lost", 1);
  see("d0", "off", 1);
  state.lesson = true;
  expect(toldOf(pass(60 * minute))).toEqual(["opened device d0"]);
});

test("what is open is still open after a restart, without being told again, and clears by the first good news", () => {
  const before = makeBench([rule("smartFailing")]);
  before.all("smartFailing", 0);
  before.see("d3", "smartFailing", 1);
  const kept: KeptAlert[] = before
    .pass(5 * minute)
    .flatMap((each) => (each.type === "opened" ? [each.alert] : []));
  expect(kept).toHaveLength(1);
  const after = makeBench([rule("smartFailing")]);
  after.evaluator.restore(kept, after.state.now);
  expect(after.pass(60 * minute)).toEqual([]);
  after.see("d3", "smartFailing", 1);
  expect(after.pass(60 * minute)).toEqual([]);
  after.see("d3", "smartFailing", 0);
  expect(after.pass(2 * minute)).toMatchObject([{ type: "closed", id: kept[0]?.id }]);
});

test("a cause with its devices is still one after a restart", () => {
  const lost = rule("lost", { times: "schoolHours" });
  const before = makeBench([lost]);
  before.all("lost", 0);
  before.all(
    "lost",
    1,
    before.names.filter((_, index) => index % 2 === 0),
  );
  const kept = before.pass(5 * minute).flatMap((each) => (each.type === "opened" ? [each.alert] : []));
  expect(kept).toHaveLength(11);
  const after = makeBench([lost]);
  after.evaluator.restore(kept, after.state.now);
  after.all("lost", 0);
  const told = after.pass(10 * minute);
  expect(after.toldOf(told)).toEqual([]);
  expect(closed(told)).toBe(11);
});

test("a rule that is switched off ends what it told", () => {
  const hot = rule("smartFailing");
  const { evaluator, see, pass, state } = makeBench([hot]);
  see("d0", "smartFailing", 1);
  pass(5 * minute);
  evaluator.setRules([{ ...hot, enabled: false }], state.now);
  expect(closed(pass(minute))).toBe(1);
  evaluator.setRules([hot], state.now);
  expect(closed(pass(minute))).toBe(0);
});

test("a device that is away keeps what was told of it, and nothing new is told of what it last measured", () => {
  const { see, pass, toldOf } = makeBench([rule("smartFailing")]);
  see("d0", "smartFailing", 1);
  expect(toldOf(pass(5 * minute))).toEqual(["opened device d0"]);
  see("d1", "smartFailing", 1);
  see("d0", "smartFailing", null);
  see("d1", "smartFailing", null);
  expect(pass(60 * minute)).toEqual([]);
  see("d1", "smartFailing", 1);
  expect(toldOf(pass(5 * minute))).toEqual(["opened device d1"]);
});

test("what counts by days goes on counting over nights and a restart of the hub", () => {
  const day = 24 * 60 * minute;
  const old = rule("updatesPending", { setForSeconds: (3 * day) / 1000 });
  const before = makeBench([old]);
  before.see("d0", "updatesPending", 12);
  before.state.now += day;
  expect(before.tick()).toEqual([]);
  before.see("d0", "updatesPending", null);
  before.state.now += day;
  expect(before.tick()).toEqual([]);
  const onsets = before.evaluator.onsets();
  const after = makeBench([old]);
  after.evaluator.restore([], after.state.now, onsets);
  after.state.now = before.state.now + 1.5 * day;
  expect(after.tick()).toEqual([]);
  after.see("d0", "updatesPending", 12);
  expect(after.toldOf(after.tick())).toEqual(["opened device d0"]);
  expect(after.evaluator.onsets()).toEqual([]);
});

test("a device that moves leaves what its old room asked and is judged by what its new room asks", () => {
  const { evaluator, see, pass, toldOf, state } = makeBench([
    rule("smartFailing", { group: { of: "rooms", roomIds: ["r0" as RoomId] } }),
  ]);
  const move = (device: string, roomId: string) =>
    evaluator.place(device, { roomId, kind: "station" }, state.now);
  see("d0", "smartFailing", 1);
  see("d1", "smartFailing", 1);
  see("d2", "smartFailing", 1);
  move("d2", "r1");
  expect(toldOf(pass(5 * minute))).toEqual(["opened device d0"]);
  move("d0", "r1");
  expect(closed(pass(minute))).toBe(1);
  move("d1", "r0");
  expect(toldOf(pass(5 * minute))).toEqual(["opened device d1"]);
});

test("a machine that was off before school began is not lost because it moved", () => {
  const { evaluator, see, pass, state } = makeBench([
    rule("lost", { times: "schoolHours", group: { of: "rooms", roomIds: ["r0" as RoomId] } }),
  ]);
  const friday = state.now - 60 * 3_600_000;
  see("d1", "lost", 1, friday);
  evaluator.place("d1", { roomId: "r0", kind: "station" }, state.now);
  see("d1", "lost", 1, friday);
  expect(pass(60 * minute)).toEqual([]);
});

test("ten thousand samples are judged in a fraction of a minute's share", () => {
  const rules = [
    rule("temperatureC", { setThreshold: 85, clearThreshold: 75 }),
    rule("diskFreeMiB", { id: ruleId(2), setThreshold: 2048, clearThreshold: 4096 }),
  ];
  const { names, evaluator, state, tick } = makeBench(rules, { devices: 10_000, rooms: 400 });
  const round = (value: number) => {
    const startedAt = performance.now();
    for (const name of names) {
      evaluator.observe(name, "temperatureC", value, state.now);
      evaluator.observe(name, "diskFreeMiB", 50_000, state.now);
    }
    tick();
    return performance.now() - startedAt;
  };
  round(40);
  const quickest = Math.min(round(41), round(42), round(43));
  // Generous: the machine of the tests may be busy. It is about 3 ms alone.
  expect(quickest).toBeLessThan(500);
});
