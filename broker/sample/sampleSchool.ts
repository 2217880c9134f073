// Owns making the sample school: once, with fresh random passwords that only the two sign-in files know.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Kysely } from "kysely";
import { v7 } from "uuid";
import type { AgeBand } from "../../protocol/game.ts";
import { type SchoolId, schoolId } from "../../protocol/ids.ts";
import { localTimeOf } from "../../protocol/timetable/zone.ts";
import { passwordCost, pinCost, type ScryptCost } from "../../runtime/secret.ts";
import { addDefaultRoles, addStaff } from "../accounts/addStaff.ts";
import { defaultRoles } from "../accounts/defaultRoles.ts";
import { freshPin, memorablePassword, type RandomBytes } from "../accounts/memorable.ts";
import type { Tables } from "../store/schema.ts";
import { addStartingLessons } from "./addStartingLessons.ts";
import { emptySchool } from "./emptySchool.ts";
import {
  fixedHolidays,
  lunarNewYears,
  sampleClasses,
  sampleRooms,
  sampleSchoolName,
  sampleStaff,
  slotStarts,
  workdays,
  zone,
} from "./sampleData.ts";
import { type SampleSignIn, signInsText } from "./sampleSignIns.ts";
import { coverNow } from "./slotNow.ts";

/** The same for every sample school: it is how one is told from a real school. */
export const sampleSchoolId: SchoolId = schoolId.parse("0190a0a0-0000-7000-8000-5a3b1e5c0001");

export type SampleDependencies = {
  readonly query: Kysely<Tables>;
  readonly clock: { now(): number };
  readonly random: RandomBytes;
  /** Folder of the two sign-in files. */
  readonly home: string;
  readonly cost?: { readonly password: ScryptCost; readonly pin: ScryptCost };
};

/**
 * Makes the sample school in an empty store; on later starts only makes sure that a slot is running.
 * `realSchool`: the store serves another school, which nothing here may touch.
 */
export async function prepareSampleSchool(
  dependencies: SampleDependencies,
): Promise<"made" | "kept" | "realSchool"> {
  const { query, clock } = dependencies;
  const school = await query.selectFrom("school").select("id").executeTakeFirst();
  if (school !== undefined && school.id !== sampleSchoolId) return "realSchool";
  if (school === undefined) await makeSchool(dependencies);
  await coverNow(query, clock.now());
  return school === undefined ? "made" : "kept";
}

async function makeSchool(dependencies: SampleDependencies): Promise<void> {
  const { query, clock, home } = dependencies;
  const now = clock.now();
  await emptySchool(query);
  await addDefaultRoles(query);
  const rooms = sampleRooms.map((room, position) => ({ id: v7(), ...room, position }));
  await query.insertInto("room").values(rooms).execute();
  const classes = sampleClasses.map((each, position) => ({ id: v7(), ...each, position }));
  await query.insertInto("schoolClass").values(classes).execute();
  const lessons = await addStartingLessons(query);
  await query
    .insertInto("closure")
    .values(holidays(localTimeOf(now, zone).date))
    .execute();
  const [kidsmart] = rooms;
  if (kidsmart !== undefined)
    await query
      .insertInto("slot")
      .values(weekOf(kidsmart.id, classes, lessons))
      .execute();

  const signIns = await addSampleStaff(dependencies, now);
  const secret = { mode: 0o600 };
  writeFileSync(join(home, "sample-sign-ins.json"), `${JSON.stringify(signIns, null, 2)}\n`, secret);
  writeFileSync(join(home, "sample-sign-ins.txt"), signInsText(signIns), secret);
  // Last: a school that is there is whole.
  await query
    .insertInto("school")
    .values({ id: sampleSchoolId, name: sampleSchoolName, zone, createdAt: now })
    .execute();
}

async function addSampleStaff(dependencies: SampleDependencies, now: number): Promise<SampleSignIn[]> {
  const { query, random, cost = { password: passwordCost, pin: pinCost } } = dependencies;
  const pins = new Set<string>();
  const signIns = sampleStaff.map(({ username, displayName, role, pin: wantsPin }): SampleSignIn => {
    const pin = wantsPin ? freshPin(random, pins) : undefined;
    if (pin !== undefined) pins.add(pin);
    return {
      username,
      password: memorablePassword(random),
      displayName,
      role,
      roleName: defaultRoles.find(({ code }) => code === role)?.name ?? role,
      ...(pin === undefined ? {} : { pin }),
    };
  });
  await Promise.all(
    signIns.map(({ username, password, displayName, role, pin }) =>
      addStaff(query, now, { username, password, displayName, pin: pin ?? null, roles: [role] }, cost),
    ),
  );
  return signIns;
}

/** Classes take turns through the week's slots, each with the lessons of its age. */
function weekOf(
  roomId: string,
  classes: readonly { readonly id: string; readonly ageBand: AgeBand }[],
  lessons: readonly { readonly id: string; readonly ageBand: AgeBand; readonly minutes: number }[],
): Tables["slot"][] {
  const places = workdays.flatMap((weekday) => slotStarts.map((startMinute) => ({ weekday, startMinute })));
  return places.flatMap(({ weekday, startMinute }, index) => {
    const schoolClass = classes[index % classes.length];
    const suited = lessons.filter(({ ageBand }) => ageBand === schoolClass?.ageBand);
    const lesson = suited[Math.floor(index / classes.length) % suited.length];
    if (schoolClass === undefined || lesson === undefined) return [];
    return {
      id: v7(),
      roomId,
      classId: schoolClass.id,
      lessonId: lesson.id,
      weekday,
      startMinute,
      endMinute: startMinute + lesson.minutes,
      fromDate: null,
      untilDate: null,
    };
  });
}

/** Those of this year and the next. */
function holidays(today: string): Tables["closure"][] {
  const year = Number(today.slice(0, 4));
  const fixed = [year, year + 1].flatMap((each) =>
    fixedHolidays.map(({ month, day, days, reason }) => ({
      fromDate: dateText(each, month, day),
      untilDate: dateText(each, month, day + days - 1),
      reason,
    })),
  );
  const lunar = lunarNewYears.map((span) => ({ ...span, reason: "Tết Nguyên đán" }));
  return [...fixed, ...lunar].map((closure) => ({ id: v7(), ...closure }));
}

/** A day past the month's end is the next month's. */
const dateText = (year: number, month: number, day: number) =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
