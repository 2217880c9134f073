// Owns the first start of a real school's hub: an empty school and one administrator with a random password.
import { writeFileSync } from "node:fs";
import type { Kysely } from "kysely";
import { v7 } from "uuid";
import { localTimeOf } from "../../protocol/timetable/zone.ts";
import { passwordCost, pinCost, type ScryptCost } from "../../runtime/secret.ts";
import { addDefaultRoles, addStaff } from "../accounts/addStaff.ts";
import { memorablePassword, type RandomBytes } from "../accounts/memorable.ts";
import type { Tables } from "../store/schema.ts";
import { addSchoolFrame } from "./addSchoolFrame.ts";
import { addStartingLessons } from "./addStartingLessons.ts";
import { emptySchool } from "./emptySchool.ts";
import { zone } from "./sampleData.ts";

export type FirstSchoolDependencies = {
  readonly query: Kysely<Tables>;
  readonly clock: { now(): number };
  readonly random: RandomBytes;
  readonly schoolName: string;
  /** Where the first sign-in is written, for the owner's eyes only. */
  readonly signInFile: string;
  readonly cost?: { readonly password: ScryptCost; readonly pin: ScryptCost };
};

export type FirstSignIn = { readonly username: string; readonly password: string };

/** One class per grade block: the timetable can be used at once. */
const firstClasses = [
  { name: "Mẫu giáo bé", emblem: "hatching-chick", ageBand: "3-4" },
  { name: "Mẫu giáo nhỡ", emblem: "rabbit-face", ageBand: "4-5" },
  { name: "Mẫu giáo lớn", emblem: "elephant", ageBand: "5-6" },
] as const;

/** Undefined when the school is there already. */
export async function prepareFirstSchool(deps: FirstSchoolDependencies): Promise<FirstSignIn | undefined> {
  const {
    query,
    clock,
    random,
    schoolName,
    signInFile,
    cost = { password: passwordCost, pin: pinCost },
  } = deps;
  if ((await query.selectFrom("school").select("id").executeTakeFirst()) !== undefined) return undefined;
  const now = clock.now();
  await emptySchool(query);
  await addDefaultRoles(query);
  await query
    .insertInto("room")
    .values({ id: v7(), name: "Phòng Kidsmart", kind: "kidsmart", position: 0 })
    .execute();
  await query
    .insertInto("schoolClass")
    .values(
      firstClasses.map((each, position) => ({
        id: v7(),
        ...each,
        position,
        homeRoomId: null,
        children: null,
        archivedAt: null,
      })),
    )
    .execute();
  await addStartingLessons(query);
  await addSchoolFrame(query, localTimeOf(now, zone).date);
  const signIn = { username: "quantri", password: memorablePassword(random, 6) };
  await addStaff(
    query,
    now,
    { ...signIn, displayName: "Quản trị", pin: null, roles: ["principal", "itOfficer"] },
    cost,
  );
  writeFileSync(signInFile, firstSignInText(signIn), { mode: 0o600 });
  await query.insertInto("school").values({ id: v7(), name: schoolName, zone, createdAt: now }).execute();
  return signIn;
}

const firstSignInText = ({ username, password }: FirstSignIn) => `KIDSMART – TÀI KHOẢN QUẢN TRỊ ĐẦU TIÊN

  Tên đăng nhập: ${username}
  Mật khẩu:      ${password}

Hãy chép vào nơi an toàn rồi xóa tệp này.
`;
