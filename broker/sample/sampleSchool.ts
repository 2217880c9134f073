// Owns making the sample school: once, with fresh random passwords that only the two sign-in files know.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Kysely } from "kysely";
import { v7 } from "uuid";
import { type SchoolId, schoolId } from "../../protocol/ids.ts";
import { localTimeOf } from "../../protocol/timetable/zone.ts";
import { passwordCost, pinCost, type ScryptCost } from "../../runtime/secret.ts";
import { addDefaultRoles, addStaff } from "../accounts/addStaff.ts";
import { defaultRoles } from "../accounts/defaultRoles.ts";
import { freshPin, memorablePassword, type RandomBytes } from "../accounts/memorable.ts";
import type { Tables } from "../store/schema.ts";
import { addSchoolFrame } from "./addSchoolFrame.ts";
import { addStartingLessons } from "./addStartingLessons.ts";
import { emptySchool } from "./emptySchool.ts";
import { addSampleClassrooms } from "./sampleClassroom.ts";
import {
  fixedHolidays,
  lunarNewYears,
  sampleClasses,
  sampleRooms,
  sampleSchoolName,
  sampleStaff,
  zone,
} from "./sampleData.ts";
import { type SampleSignIn, signInsText } from "./sampleSignIns.ts";
import { sampleTerm } from "./sampleTerm.ts";
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
  const rooms = sampleRooms.map(({ name, kind }, position) => ({ id: v7(), name, kind, position }));
  await query.insertInto("room").values(rooms).execute();
  const homeOf = (name: string) => sampleRooms.findIndex(({ home }) => home === name);
  const classes = sampleClasses.map((each, position) => ({
    id: v7(),
    ...each,
    position,
    homeRoomId: rooms[homeOf(each.name)]?.id ?? null,
    archivedAt: null,
  }));
  await query.insertInto("schoolClass").values(classes).execute();
  const lessons = await addStartingLessons(query);
  const today = localTimeOf(now, zone).date;
  const closures = holidays(today);
  await query.insertInto("closure").values(closures).execute();
  const { year, periods } = await addSchoolFrame(query, today);
  const [kidsmart] = rooms;
  if (kidsmart !== undefined) {
    const slots = sampleTerm({ roomId: kidsmart.id, year, periods, closures, classes, lessons, today });
    // A school that is looked at has its term published; the next one is left to be planned.
    await query.insertInto("publishedSlot").values(slots).execute();
    const planned = { origin: "hand", revision: 1, changedBy: "", changedAt: now };
    await query
      .insertInto("slot")
      .values(slots.map((slot) => ({ ...slot, ...planned })))
      .execute();
  }

  await addSampleClassrooms(query, today, now);

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
  await addScopes(query);
  return signIns;
}

/** Whose tickets they look after. */
async function addScopes(query: SampleDependencies["query"]): Promise<void> {
  const people = await query.selectFrom("staff").select(["id", "username"]).execute();
  const classes = await query.selectFrom("schoolClass").select(["id", "name"]).execute();
  for (const { username, gradeBlocks = [], classes: own = [] } of sampleStaff) {
    const staffId = people.find((person) => person.username === username)?.id;
    if (staffId === undefined) continue;
    const scopes = [
      ...gradeBlocks.map((value) => ({ staffId, kind: "gradeBlock", value })),
      ...classes
        .filter(({ name }) => own.includes(name))
        .map(({ id }) => ({ staffId, kind: "class", value: id })),
    ];
    if (scopes.length > 0) await query.insertInto("staffScope").values(scopes).execute();
  }
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
