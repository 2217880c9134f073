import { expect, test } from "vitest";
import { en as alertsEn } from "../alerts/texts/en.ts";
import { vi as alertsVi } from "../alerts/texts/vi.ts";
import { en as classroomEn } from "../classroom/texts/en.ts";
import { vi as classroomVi } from "../classroom/texts/vi.ts";
import { en as commandsEn } from "../commands/texts/en.ts";
import { vi as commandsVi } from "../commands/texts/vi.ts";
import { en as deviceEn } from "../device/texts/en.ts";
import { vi as deviceVi } from "../device/texts/vi.ts";
import { en as fleetEn } from "../devices/texts/en.ts";
import { vi as fleetVi } from "../devices/texts/vi.ts";
import { en as enrolmentEn } from "../enrolment/texts/en.ts";
import { vi as enrolmentVi } from "../enrolment/texts/vi.ts";
import { en as exchangeEn } from "../exchange/texts/en.ts";
import { vi as exchangeVi } from "../exchange/texts/vi.ts";
import { en as gamesEn } from "../games/texts/en.ts";
import { vi as gamesVi } from "../games/texts/vi.ts";
import { en as leadEn } from "../lead/texts/en.ts";
import { vi as leadVi } from "../lead/texts/vi.ts";
import { en as lessonsEn } from "../lessons/texts/en.ts";
import { vi as lessonsVi } from "../lessons/texts/vi.ts";
import { en as rotationEn } from "../rotation/texts/en.ts";
import { vi as rotationVi } from "../rotation/texts/vi.ts";
import { en as sessionsEn } from "../sessions/texts/en.ts";
import { vi as sessionsVi } from "../sessions/texts/vi.ts";
import { en as setupEn } from "../setup/texts/en.ts";
import { vi as setupVi } from "../setup/texts/vi.ts";
import { en as ticketsEn } from "../tickets/texts/en.ts";
import { vi as ticketsVi } from "../tickets/texts/vi.ts";
import { en as timetableEn } from "../timetable/texts/en.ts";
import { vi as timetableVi } from "../timetable/texts/vi.ts";
import { en as usageEn } from "../usage/texts/en.ts";
import { vi as usageVi } from "../usage/texts/vi.ts";
import { en as voicesEn } from "../voices/texts/en.ts";
import { vi as voicesVi } from "../voices/texts/vi.ts";
import { en } from "./en.ts";
import { vi } from "./vi.ts";

/** Every area's words, and the common ones. */
const areas: readonly (readonly [area: string, vietnamese: object, english: object])[] = [
  ["common", vi, en],
  ["alerts", alertsVi, alertsEn],
  ["classroom", classroomVi, classroomEn],
  ["commands", commandsVi, commandsEn],
  ["enrolment", enrolmentVi, enrolmentEn],
  ["exchange", exchangeVi, exchangeEn],
  ["device", deviceVi, deviceEn],
  ["fleet", fleetVi, fleetEn],
  ["games", gamesVi, gamesEn],
  ["lead", leadVi, leadEn],
  ["lessons", lessonsVi, lessonsEn],
  ["rotation", rotationVi, rotationEn],
  ["sessions", sessionsVi, sessionsEn],
  ["setup", setupVi, setupEn],
  ["tickets", ticketsVi, ticketsEn],
  ["timetable", timetableVi, timetableEn],
  ["usage", usageVi, usageEn],
  ["voices", voicesVi, voicesEn],
];

function flatten(value: object, path = ""): [string, string][] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    typeof inner === "string"
      ? [[`${path}${key}`, inner] as [string, string]]
      : flatten(inner as object, `${path}${key}.`),
  );
}
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();

test.each(areas)("%s: both languages have the same keys with the same placeholders", (_, inVi, inEn) => {
  const vietnamese = flatten(inVi);
  const english = new Map(flatten(inEn));
  expect([...english.keys()].sort()).toEqual(vietnamese.map(([key]) => key).sort());
  for (const [key, text] of vietnamese)
    expect([key, placeholders(english.get(key) ?? "")]).toEqual([key, placeholders(text)]);
});

test.each(areas)("%s: no text is empty and every text is written in composed letters", (_, inVi, inEn) => {
  for (const [key, text] of [...flatten(inVi), ...flatten(inEn)]) {
    expect([key, text.trim()]).not.toEqual([key, ""]);
    expect([key, text.normalize("NFC")]).toEqual([key, text]);
  }
});
