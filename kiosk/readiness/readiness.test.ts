import { describe, expect, it } from "vitest";
import type { SessionId } from "../../protocol/ids.ts";
import type { StationStatus } from "../link/stationLink.ts";
import { restoreLesson } from "../renderer/station/restoreLesson.ts";
import { saveLesson } from "../renderer/station/saveLesson.ts";
import { countingDependencies, driveLesson } from "../testing/lessonDriver.ts";
import { samplePlan } from "../testing/sampleRoom.ts";
import { checkStation, type StationProbes } from "./checkStation.ts";
import { dueReadiness } from "./dueReadiness.ts";
import { judgeReadiness, type StationFacts } from "./judgeReadiness.ts";

const whole: StationFacts = {
  sound: true,
  pointer: true,
  display: { width: 1366, height: 768 },
  disk: { free: 20e9, needed: 500e6 },
  plan: "held",
  lackingGames: [],
  clockTrusted: true,
};

describe("the check before a class", () => {
  it("passes a station that lacks nothing", () => {
    expect(judgeReadiness(whole).map(({ name, passed }) => [name, passed])).toEqual([
      ["sound", true],
      ["pointer", true],
      ["display", true],
      ["disk", true],
      ["plan", true],
      ["content", true],
      ["clock", true],
    ]);
  });

  const broken: [string, string, Partial<StationFacts>, string][] = [
    ["no loudspeaker", "sound", { sound: false }, "Cắm lại loa"],
    ["no mouse", "pointer", { pointer: false }, "Cắm lại chuột"],
    ["no screen", "display", { display: { width: 0, height: 0 } }, "Cắm lại dây màn hình"],
    ["a small picture", "display", { display: { width: 800, height: 600 } }, "800×600"],
    ["a full disk", "disk", { disk: { free: 120e6, needed: 500e6 } }, "120 MB"],
    ["no plan", "plan", { plan: "missing" }, "Kiểm tra dây mạng"],
    ["a plan too new", "plan", { plan: "refused" }, "cập nhật Kidsmart"],
    ["a lacking game", "content", { lackingGames: ["Đếm con vật"] }, "Đếm con vật"],
    ["no catalogue", "content", { lackingGames: null }, "Khởi động lại máy"],
    ["a wrong clock", "clock", { clockTrusted: false }, "mã PIN"],
  ];
  it.each(broken)("with %s says what to do", (_what, name, part, sentence) => {
    const failed = judgeReadiness({ ...whole, ...part }).filter(({ passed }) => !passed);
    expect(failed).toHaveLength(1);
    expect(failed[0]?.name).toBe(name);
    expect(failed[0]?.detail).toContain(sentence);
  });

  it("does not blame what a web page cannot see", () => {
    const checks = judgeReadiness({ ...whole, sound: null, disk: { free: null, needed: 5e6 } });
    expect(checks.every(({ passed }) => passed)).toBe(true);
  });
});

describe("a station that checks itself", () => {
  const probes: StationProbes = {
    hasSound: () => Promise.resolve(true),
    hasPointer: () => true,
    display: () => ({ width: 1024, height: 768 }),
    freeDiskBytes: () => Promise.resolve(1e9),
    neededDiskBytes: 500e6,
  };
  const plan = samplePlan([]);
  const game = { id: "count-animals", title: { vi: "Đếm con vật", en: "Count" } };
  const status = (part: object) =>
    ({
      plan,
      catalogue: { games: [game] },
      damagedGames: [],
      clock: { judged: true, trusted: true, offsetMs: 0 },
      ...part,
    }) as unknown as StationStatus;
  const failed = async (part: object, with_: Partial<StationProbes> = {}) =>
    (await checkStation({ ...probes, ...with_ }, status(part), plan.lessons[0] ?? null))
      .filter(({ passed }) => !passed)
      .map(({ name, detail }) => `${name}: ${detail}`);

  it("finds the coming lesson's games that are damaged or not installed", async () => {
    expect(await failed({})).toEqual([]);
    expect((await failed({ damagedGames: ["count-animals"] }))[0]).toContain("Đếm con vật");
    expect((await failed({ catalogue: { games: [] } }))[0]).toContain("count-animals");
    expect((await failed({ catalogue: null }))[0]).toContain("content");
  });

  it("still reports when a probe throws", async () => {
    const refused = () => Promise.reject(new Error("refused"));
    expect(await failed({}, { hasSound: refused, freeDiskBytes: refused })).toEqual([]);
  });
});

describe("when it is checked", () => {
  const at = (time: string) => Date.parse(`2026-11-23T${time}:00+07:00`);
  const slots = [
    { startMinute: 540, endMinute: 560 },
    { startMinute: 565, endMinute: 580 },
  ];
  const setUp = (time: string) => {
    const dependencies = countingDependencies();
    const lesson = driveLesson(samplePlan(slots, { breakEveryMinutes: 240 }), at(time), dependencies);
    lesson.tick();
    const due = () => dueReadiness(lesson.state)?.slot.sessionId ?? null;
    const check = (sessionId: SessionId | null) =>
      lesson.send({ type: "readinessChecked", sessionId, checks: judgeReadiness(whole) });
    return { lesson, due, check, dependencies };
  };

  it("ten minutes before each slot, once, also when the station starts anew", () => {
    const { lesson, due, check, dependencies } = setUp("08:49");
    expect(due()).toBeNull();
    lesson.wait(60);
    const first = due();
    expect(first).not.toBeNull();
    check(first);
    expect(due()).toBeNull();
    expect(lesson.records.at(-1)).toMatchObject({ type: "readiness", body: { sessionId: first } });
    const restored = restoreLesson(saveLesson(lesson.state), dependencies);
    if (!restored.ok) throw new Error(restored.detail);
    lesson.restart(restored.value, 60_000);
    lesson.wait(2);
    expect(due()).toBeNull();
    // During the first lesson the second one's time comes.
    lesson.wait(25 * 60);
    expect(due()).not.toBeNull();
    expect(due()).not.toBe(first);
  });

  it("at once when it starts within the ten minutes, and never by a clock that nobody trusts", () => {
    expect(setUp("08:56").due()).not.toBeNull();
    const { lesson, due } = setUp("08:40");
    lesson.setTrusted(false);
    lesson.wait(11 * 60, 30);
    expect(due()).toBeNull();
  });

  it("a check that somebody asked for does not stand for the slot's own", () => {
    const { due, check, lesson } = setUp("08:56");
    check(null);
    expect(lesson.records.at(-1)).toMatchObject({ type: "readiness", body: { sessionId: null } });
    expect(due()).not.toBeNull();
  });
});
