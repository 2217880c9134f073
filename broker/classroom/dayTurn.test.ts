import { expect, test } from "vitest";
import { watchDayTurn } from "./dayTurn.ts";

function watched(startAt: number, startZone = "Asia/Ho_Chi_Minh") {
  const school = { zone: startZone };
  const clock = { at: startAt, now: () => clock.at };
  const days: string[] = [];
  let look = () => {};
  watchDayTurn({
    clock,
    zone: () => school.zone,
    every(_ms, call) {
      look = call;
      return () => {};
    },
    onNewDay: (today) => days.push(today),
  });
  return {
    days,
    school,
    lookAt(at: number) {
      clock.at = at;
      look();
    },
  };
}
const hanoi = (text: string) => Date.parse(`${text}+07:00`);

test("a new day is noticed once, at the school's own midnight", () => {
  const { days, lookAt } = watched(hanoi("2026-11-24T10:00"));
  lookAt(hanoi("2026-11-24T23:59:59"));
  expect(days).toEqual([]);
  lookAt(hanoi("2026-11-25T00:00"));
  lookAt(hanoi("2026-11-25T00:01"));
  expect(days).toEqual(["2026-11-25"]);
});

test("a machine that slept for days, or a clock that was set back, is on the right day at the next look", () => {
  const { days, lookAt } = watched(hanoi("2026-11-24T10:00"));
  lookAt(hanoi("2026-11-28T08:00"));
  lookAt(hanoi("2026-11-24T08:00"));
  expect(days).toEqual(["2026-11-28", "2026-11-24"]);
});

test("a zone that this machine does not know stops nothing: days are UTC's until it is put right", () => {
  const { days, lookAt } = watched(hanoi("2026-11-24T10:00"), "Asia/Ha_Noi");
  lookAt(hanoi("2026-11-25T06:59"));
  expect(days).toEqual([]);
  lookAt(hanoi("2026-11-25T07:00"));
  expect(days).toEqual(["2026-11-25"]);
});

test("a zone that was changed holds from the next look on", () => {
  const { days, lookAt, school } = watched(hanoi("2026-11-25T01:00"));
  school.zone = "Europe/Paris";
  lookAt(hanoi("2026-11-25T01:01"));
  expect(days).toEqual(["2026-11-24"]);
});
