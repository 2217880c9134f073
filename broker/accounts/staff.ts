// Owns what is done to people's sign-ins by those who manage the staff: adding, roles, locking out, PINs, new passwords.
import type { Kysely } from "kysely";
import type { AgeBand } from "../../protocol/game.ts";
import type { ClassId, StaffId } from "../../protocol/ids.ts";
import { failure, ok, type Result } from "../../protocol/result.ts";
import { makeVerifier, passwordCost, pinCost, type ScryptCost } from "../../runtime/secret.ts";
import type { Role, StaffMember } from "../api/staff.ts";
import type { Audit } from "../audit/audit.ts";
import type { HubEvents } from "../events/hubEvents.ts";
import type { Actor } from "../hubServices.ts";
import type { Tables } from "../store/schema.ts";
import { addStaff, usernameOf } from "./addStaff.ts";
import { memorablePassword, type RandomBytes } from "./memorable.ts";
import { refusePin } from "./pinRule.ts";
import type { SignIns } from "./signIns.ts";
import { listRoles, managesWithout, readStaff } from "./staffRows.ts";

export type StaffOrder = {
  readonly username: string;
  readonly displayName: string;
  /** Codes. */
  readonly roles: readonly string[];
  readonly pin: string | null;
};

export type StaffChange = {
  readonly displayName?: string | undefined;
  readonly roles?: readonly string[] | undefined;
  /** Age bands whose tickets the person looks after. */
  readonly gradeBlocks?: readonly AgeBand[] | undefined;
  /** The person's own classes. */
  readonly classIds?: readonly ClassId[] | undefined;
  readonly disabled?: boolean | undefined;
};

export type PinRefusal = "PIN_TAKEN" | "PIN_OBVIOUS";

export type Staff = {
  /** By name; those who are locked out come last. */
  list(): Promise<StaffMember[]>;
  roles(): Promise<Role[]>;
  /** With the password, which nobody can read again. NOT_FOUND: no such role. */
  add(
    actor: Actor,
    order: StaffOrder,
  ): Promise<
    Result<StaffMember & { readonly password: string }, "USERNAME_TAKEN" | "NOT_FOUND" | PinRefusal>
  >;
  /** LAST_MANAGER: nobody would be left to manage the staff. */
  change(
    actor: Actor,
    id: StaffId,
    change: StaffChange,
  ): Promise<Result<StaffMember, "NOT_FOUND" | "LAST_MANAGER">>;
  /** Null removes it. CONFLICT: the person is locked out. */
  setPin(
    actor: Actor,
    id: StaffId,
    pin: string | null,
  ): Promise<Result<StaffMember, "NOT_FOUND" | "CONFLICT" | PinRefusal>>;
  /** The new password. `keep`: the sign-in that asks, which goes on when it is the person's own. */
  resetPassword(actor: Actor, id: StaffId, keep: string | undefined): Promise<Result<string, "NOT_FOUND">>;
};

export type StaffDependencies = {
  readonly query: Kysely<Tables>;
  readonly clock: { now(): number };
  readonly random: RandomBytes;
  readonly events: HubEvents;
  readonly audit: Audit;
  readonly signIns: Pick<SignIns, "closeAll">;
  readonly cost?: { readonly password: ScryptCost; readonly pin: ScryptCost };
};

export function makeStaff(dependencies: StaffDependencies): Staff {
  const { query, clock, random, events, audit, signIns } = dependencies;
  const cost = dependencies.cost ?? { password: passwordCost, pin: pinCost };
  let lastChange: Promise<unknown> = Promise.resolve();

  /** One change at a time: two that are right by themselves must not together lock the last manager out or share a PIN. */
  function inTurn<Value>(change: () => Promise<Value>): Promise<Value> {
    const result = lastChange.then(change);
    // The caller has the failure; the next change must not inherit it.
    lastChange = result.catch(() => undefined);
    return result;
  }

  const find = async (id: StaffId) => (await readStaff(query, id))[0];

  async function found(id: StaffId): Promise<StaffMember> {
    const member = await find(id);
    if (member === undefined) throw new Error(`staff ${id} vanished`);
    return member;
  }

  /** Names of the roles; undefined when there is none of one code. */
  async function roleNames(codes: readonly string[]): Promise<string | undefined> {
    const names = new Map((await listRoles(query)).map(({ code, name }) => [code, name]));
    const chosen = codes.map((code) => names.get(code));
    return chosen.includes(undefined) ? undefined : chosen.join(", ");
  }

  const write = (
    actor: Actor,
    action: Parameters<Audit["write"]>[0]["action"],
    member: StaffMember,
    detail = {},
  ) =>
    audit.write({
      actor: actor.name,
      action,
      subject: member.displayName,
      detail: { staffId: member.staffId, ...detail },
    });

  async function changeOne(actor: Actor, id: StaffId, change: StaffChange) {
    const before = await find(id);
    if (before === undefined) return failure("NOT_FOUND", `no staff ${id}`);
    const named = change.roles === undefined ? "" : await roleNames(change.roles);
    if (named === undefined) return failure("NOT_FOUND", "no such role");
    const wasDisabled = before.disabledAt !== null;
    const disabled = change.disabled ?? wasDisabled;
    const roles = change.roles ?? before.roles.map(({ code }) => code);
    if (!(await managesWithout(query, before, disabled ? [] : roles)))
      return failure("LAST_MANAGER", `${before.displayName} is the last who manages the staff`);

    const scope = { gradeBlock: change.gradeBlocks, class: change.classIds };
    const rescoped =
      !sameCodes(scope.gradeBlock ?? before.gradeBlocks, before.gradeBlocks) ||
      !sameCodes(scope.class ?? before.classIds, before.classIds);
    const renamed = change.displayName !== undefined && change.displayName !== before.displayName;
    const regrouped =
      change.roles !== undefined &&
      !sameCodes(
        change.roles,
        before.roles.map(({ code }) => code),
      );
    await query.transaction().execute(async (transaction) => {
      if (renamed)
        await transaction
          .updateTable("staff")
          .set({ displayName: change.displayName ?? before.displayName })
          .where("id", "=", id)
          .execute();
      if (regrouped) {
        await transaction.deleteFrom("staffRole").where("staffId", "=", id).execute();
        await transaction
          .insertInto("staffRole")
          .values([...new Set(roles)].map((roleCode) => ({ staffId: id, roleCode })))
          .execute();
      }
      if (rescoped)
        for (const [kind, values] of Object.entries(scope)) await writeScope(transaction, id, kind, values);
      if (disabled !== wasDisabled)
        await transaction
          .updateTable("staff")
          // The PIN goes for good: by the time the person is back, somebody else may have the same.
          .set(disabled ? { disabledAt: clock.now(), pinVerifier: null } : { disabledAt: null })
          .where("id", "=", id)
          .execute();
    });
    if (disabled && !wasDisabled) await signIns.closeAll(id);
    const after = await found(id);
    if (renamed || regrouped || rescoped)
      await write(actor, "staff.change", after, {
        ...(renamed ? { name: change.displayName } : {}),
        ...(regrouped ? { roles: named } : {}),
        ...(rescoped ? { gradeBlocks: after.gradeBlocks, classes: after.classIds.length } : {}),
      });
    if (disabled !== wasDisabled) await write(actor, disabled ? "staff.disable" : "staff.enable", after);
    events.publish({ type: "staffChanged", staff: id });
    return ok(after);
  }

  return {
    list: () => readStaff(query),
    roles: () => listRoles(query),

    add: (actor, order) =>
      inTurn(async () => {
        const name = usernameOf(order.username);
        const taken = await query
          .selectFrom("staff")
          .where("username", "=", name)
          .select("id")
          .executeTakeFirst();
        if (taken !== undefined) return failure("USERNAME_TAKEN", `${name} is taken`);
        const roles = await roleNames(order.roles);
        if (roles === undefined) return failure("NOT_FOUND", "no such role");
        const refused = order.pin === null ? undefined : await refusePin(query, order.pin);
        if (refused !== undefined) return refused;
        const password = memorablePassword(random);
        const id = await addStaff(query, clock.now(), { ...order, password }, cost);
        const member = await found(id);
        await write(actor, "staff.add", member, { username: name, roles });
        events.publish({ type: "staffChanged", staff: id });
        return ok({ ...member, password });
      }),

    change: (actor, id, change) => inTurn(() => changeOne(actor, id, change)),

    setPin: (actor, id, pin) =>
      inTurn(async () => {
        const before = await find(id);
        if (before === undefined) return failure("NOT_FOUND", `no staff ${id}`);
        if (before.disabledAt !== null && pin !== null)
          return failure("CONFLICT", `${before.displayName} is locked out`);
        const refused = pin === null ? undefined : await refusePin(query, pin, id);
        if (refused !== undefined) return refused;
        const pinVerifier = pin === null ? null : await makeVerifier(pin, cost.pin);
        await query.updateTable("staff").set({ pinVerifier }).where("id", "=", id).execute();
        const after = await found(id);
        await write(actor, pin === null ? "staff.removePin" : "staff.setPin", after);
        events.publish({ type: "staffChanged", staff: id });
        return ok(after);
      }),

    resetPassword: (actor, id, keep) =>
      inTurn(async () => {
        const member = await find(id);
        if (member === undefined) return failure("NOT_FOUND", `no staff ${id}`);
        const password = memorablePassword(random);
        const passwordVerifier = await makeVerifier(password, cost.password);
        await query.updateTable("staff").set({ passwordVerifier }).where("id", "=", id).execute();
        await signIns.closeAll(id, actor.staffId === id ? keep : undefined);
        await write(actor, "staff.resetPassword", member);
        events.publish({ type: "staffChanged", staff: id });
        return ok(password);
      }),
  };
}

async function writeScope(
  transaction: Kysely<Tables>,
  staffId: StaffId,
  kind: string,
  values: readonly string[] | undefined,
): Promise<void> {
  if (values === undefined) return;
  await transaction
    .deleteFrom("staffScope")
    .where("staffId", "=", staffId)
    .where("kind", "=", kind)
    .execute();
  for (const value of new Set(values))
    await transaction.insertInto("staffScope").values({ staffId, kind, value }).execute();
}

const sameCodes = (a: readonly string[], b: readonly string[]) =>
  JSON.stringify([...new Set(a)].sort()) === JSON.stringify([...b].sort());
