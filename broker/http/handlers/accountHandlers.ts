// Owns the routes of signing in and out.
import type { Accounts } from "../../accounts/accounts.ts";
import type { Person } from "../../accounts/person.ts";
import type { accountRoutes } from "../../api/accounts.ts";
import type { HubCore } from "../../hubServices.ts";
import { refuse } from "../refusal.ts";
import type { Handlers } from "../routeHandlers.ts";

export function accountHandlers(deps: {
  readonly accounts: Accounts;
  readonly school: HubCore["school"];
}): Handlers<keyof typeof accountRoutes> {
  const { accounts, school } = deps;
  const signedIn = ({ staffId, displayName, roles, permissions }: Person) => ({
    ok: true as const,
    value: {
      staffId,
      displayName,
      roles: [...roles],
      permissions: [...permissions],
      school: { id: school.id, name: school.name, zone: school.zone },
    },
  });
  return {
    async signIn({ body, caller, cookie }) {
      const outcome = await accounts.signIn(body.username, body.password, caller.address);
      if (!outcome.ok)
        return outcome.code === "TOO_MANY_TRIES" ? refuse(outcome.code, { waitMs: outcome.waitMs }) : outcome;
      // A sign-in that this browser still held is replaced, not left open.
      if (cookie.token !== undefined) await accounts.forget(cookie.token);
      cookie.set(outcome.value.token);
      return signedIn(outcome.value.person);
    },
    whoAmI: async ({ person }) => signedIn(person),
    async signOut({ actor, cookie }) {
      if (cookie.token !== undefined) await accounts.signOut(actor, cookie.token);
      cookie.clear();
      return { ok: true, value: null };
    },
  };
}
