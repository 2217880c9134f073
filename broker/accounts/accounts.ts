// Owns signing in and out and one's own password: the check, the limit on wrong tries, and the audit.
import type { Kysely } from "kysely";
import type { StaffId } from "../../protocol/ids.ts";
import { failure, ok, type Result } from "../../protocol/result.ts";
import { makeVerifier, passwordCost, type ScryptCost, verifySecret } from "../../runtime/secret.ts";
import type { Audit } from "../audit/audit.ts";
import type { Actor, HubClock } from "../hubServices.ts";
import type { AccessKeys } from "../integrations/accessKeys.ts";
import type { Tables } from "../store/schema.ts";
import { usernameOf } from "./addStaff.ts";
import { findPerson, type Person } from "./person.ts";
import type { SignInLimit } from "./signInLimit.ts";
import type { SignIns } from "./signIns.ts";

export type SignInOutcome = Result<
  { readonly person: Person; readonly token: string; readonly expiresAt: number },
  "SIGN_IN_FAILED"
>;
export type TooManyTries = { readonly ok: false; readonly code: "TOO_MANY_TRIES"; readonly waitMs: number };

export type Accounts = {
  /** `address` is where the try comes from, for the limit and the audit. */
  signIn(username: string, password: string, address: string): Promise<SignInOutcome | TooManyTries>;
  signOut(actor: Actor, token: string): Promise<void>;
  /** Ends a sign-in that another one replaces. */
  forget(token: string): Promise<void>;
  /** A person changes the password of their own; signed in stays only `keep`. Wrong tries count like wrong sign-ins. */
  changePassword(
    person: Person,
    change: { readonly currentPassword: string; readonly newPassword: string },
    address: string,
    keep: string | undefined,
  ): Promise<Result<null, "WRONG_PASSWORD"> | TooManyTries>;
  /** Who holds this token now. */
  recognise(token: string): Promise<Person | undefined>;
  /** For whom a program asks with this key. */
  recogniseKey(key: string): Promise<Person | undefined>;
};

export type AccountsDependencies = {
  readonly query: Kysely<Tables>;
  /** Waits are measured by `mono`: a clock that is set must not lengthen or end one. */
  readonly clock: Pick<HubClock, "mono">;
  readonly audit: Audit;
  readonly signIns: SignIns;
  readonly limit: SignInLimit;
  readonly keys: Pick<AccessKeys, "recognise">;
  /** Cost of new verifiers and of the check for unknown names. */
  readonly cost?: ScryptCost;
};

export function makeAccounts(dependencies: AccountsDependencies): Accounts {
  const { query, clock, audit, signIns, limit, cost = passwordCost } = dependencies;
  let decoy: Promise<string> | undefined;

  /** Unknown names take as long as wrong passwords, so that the time tells nobody which names exist. */
  async function verify(password: string, verifier: string | undefined): Promise<boolean> {
    if (verifier !== undefined) return verifySecret(password, verifier);
    decoy ??= makeVerifier("no such person", cost);
    await verifySecret(password, await decoy);
    return false;
  }

  /** Only names that exist are written down: a password typed into the wrong field must not end up in a log. */
  async function nameForAudit(name: string): Promise<string> {
    const found = await query
      .selectFrom("staff")
      .where("username", "=", name)
      .select("displayName")
      .executeTakeFirst();
    return found?.displayName ?? "(tên đăng nhập không có)";
  }

  return {
    async signIn(username, password, address) {
      const name = usernameOf(username);
      const admission = limit.admit(name, address, clock.mono());
      if (!admission.admitted) {
        const { waitMs, firstRefusal } = admission;
        // Once a wait: the refused tries themselves must not be able to fill the log.
        if (firstRefusal)
          await audit.write({
            actor: address,
            action: "signIn.limited",
            subject: await nameForAudit(name),
            detail: { waitMs },
          });
        return { ok: false, code: "TOO_MANY_TRIES", waitMs };
      }
      const staff = await query
        .selectFrom("staff")
        .where("username", "=", name)
        .where("disabledAt", "is", null)
        .select(["id", "passwordVerifier"])
        .executeTakeFirst();
      const right = await verify(password, staff?.passwordVerifier);
      const person = right && staff ? await findPerson(query, staff.id as StaffId) : undefined;
      if (person === undefined) {
        await audit.write({ actor: address, action: "signIn.failed", subject: await nameForAudit(name) });
        return failure("SIGN_IN_FAILED", `wrong name or password from ${address}`);
      }
      limit.succeeded(name, address);
      const { token, expiresAt } = await signIns.open(person.staffId);
      await audit.write({
        actor: person.displayName,
        action: "signIn.opened",
        subject: person.displayName,
        detail: { address },
      });
      return ok({ person, token, expiresAt });
    },

    async signOut(actor, token) {
      await signIns.close(token);
      await audit.write({ actor: actor.name, action: "signIn.closed", subject: actor.name });
    },

    forget: (token) => signIns.close(token),

    async changePassword(person, { currentPassword, newPassword }, address, keep) {
      const staff = await query
        .selectFrom("staff")
        .where("id", "=", person.staffId)
        .select(["username", "passwordVerifier"])
        .executeTakeFirstOrThrow();
      const admission = limit.admit(staff.username, address, clock.mono());
      if (!admission.admitted) return { ok: false, code: "TOO_MANY_TRIES", waitMs: admission.waitMs };
      if (!(await verifySecret(currentPassword, staff.passwordVerifier)))
        return failure("WRONG_PASSWORD", `wrong own password from ${address}`);
      limit.succeeded(staff.username, address);
      const passwordVerifier = await makeVerifier(newPassword, cost);
      await query.updateTable("staff").set({ passwordVerifier }).where("id", "=", person.staffId).execute();
      await signIns.closeAll(person.staffId, keep);
      await audit.write({
        actor: person.displayName,
        action: "staff.changePassword",
        subject: person.displayName,
      });
      return ok(null);
    },

    async recognise(token) {
      const staffId = await signIns.find(token);
      return staffId === undefined ? undefined : findPerson(query, staffId);
    },

    recogniseKey: (key) => dependencies.keys.recognise(key),
  };
}
