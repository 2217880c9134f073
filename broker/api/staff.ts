// Owns the contract of the people who use Kidsmart: their sign-ins, roles and PINs.
import { z } from "zod";
import { ageBand } from "../../protocol/game.ts";
import { classId, staffId } from "../../protocol/ids.ts";
import { permission } from "./permissions.ts";
import { defineRoutes } from "./route.ts";

export const role = z.object({ code: z.string(), name: z.string(), permissions: z.array(permission) });
export type Role = z.infer<typeof role>;

export const staffMember = z.object({
  staffId,
  username: z.string(),
  displayName: z.string(),
  roles: z.array(z.object({ code: z.string(), name: z.string() })),
  /** Grade blocks whose tickets the person looks after. */
  gradeBlocks: z.array(ageBand),
  /** Classes of the person's own. */
  classIds: z.array(classId),
  /** Opens the teacher panel on the stations. */
  hasPin: z.boolean(),
  /** UTC ms. */
  createdAt: z.number().int(),
  /** UTC ms; null for somebody who may sign in. */
  disabledAt: z.number().int().nullable(),
});
export type StaffMember = z.infer<typeof staffMember>;

/** Typed on every keyboard alike, so without diacritics. */
export const username = z
  .string()
  .trim()
  .regex(/^[a-z0-9][a-z0-9._-]{1,39}$/i, "Từ 2 đến 40 chữ cái không dấu, chữ số, dấu chấm hoặc gạch nối");
export const staffPin = z.string().regex(/^\d{4,6}$/, "Mã PIN gồm 4 đến 6 chữ số");
export const newPassword = z.string().min(8).max(200);

const displayName = z.string().trim().min(1).max(60);
const roles = z.array(z.string().max(60)).min(1).max(20);
const gradeBlocks = z.array(ageBand).max(10);
const classIds = z.array(classId).max(50);
const params = z.object({ staffId });

export const staffRoutes = defineRoutes({
  listStaff: {
    method: "GET",
    path: "/api/staff",
    permission: "staff.manage",
    summary: "Everybody with a sign-in, those who are locked out too",
    reply: z.array(staffMember),
  },
  listRoles: {
    method: "GET",
    path: "/api/roles",
    permission: "staff.manage",
    summary: "Roles and what each may do",
    reply: z.array(role),
  },
  addStaff: {
    method: "POST",
    path: "/api/staff",
    permission: "staff.manage",
    summary: "Add a person; the reply holds the password, which is never shown again",
    body: z.object({ username, displayName, roles, pin: staffPin.nullable().default(null) }),
    reply: staffMember.extend({ password: z.string() }),
  },
  changeStaff: {
    method: "PATCH",
    path: "/api/staff/:staffId",
    permission: "staff.manage",
    summary:
      "Rename, give other roles, classes or grade blocks, lock out or let in; locking out ends sign-ins and removes the PIN",
    params,
    body: z.object({ displayName, roles, gradeBlocks, classIds, disabled: z.boolean() }).partial(),
    reply: staffMember,
  },
  setStaffPin: {
    method: "POST",
    path: "/api/staff/:staffId/pin",
    permission: "staff.manage",
    summary: "Set the PIN of the teacher panel; null removes it",
    params,
    body: z.object({ pin: staffPin.nullable() }),
    reply: staffMember,
  },
  resetStaffPassword: {
    method: "POST",
    path: "/api/staff/:staffId/password",
    permission: "staff.manage",
    summary: "Make a new password, shown this once; ends the person's other sign-ins",
    params,
    reply: z.object({ password: z.string() }),
  },
  changeOwnPassword: {
    method: "POST",
    path: "/api/session/password",
    permission: "signedIn",
    summary: "Change one's own password; ends one's other sign-ins",
    body: z.object({ currentPassword: z.string().min(1).max(200), newPassword }),
    reply: null,
  },
});
