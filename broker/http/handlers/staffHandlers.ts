// Owns the routes of the people who use Kidsmart.
import type { Accounts } from "../../accounts/accounts.ts";
import type { Staff } from "../../accounts/staff.ts";
import type { staffRoutes } from "../../api/staff.ts";
import { refuse } from "../refusal.ts";
import type { Handlers } from "../routeHandlers.ts";

export function staffHandlers(deps: {
  readonly staff: Staff;
  readonly accounts: Accounts;
}): Handlers<keyof typeof staffRoutes> {
  const { staff, accounts } = deps;
  return {
    listStaff: async () => ({ ok: true, value: await staff.list() }),
    listRoles: async () => ({ ok: true, value: await staff.roles() }),
    addStaff: ({ actor, body }) => staff.add(actor, body),
    changeStaff: ({ actor, params, body }) => staff.change(actor, params.staffId, body),
    setStaffPin: ({ actor, params, body }) => staff.setPin(actor, params.staffId, body.pin),
    async resetStaffPassword({ actor, params, cookie }) {
      const outcome = await staff.resetPassword(actor, params.staffId, cookie.token);
      return outcome.ok ? { ok: true, value: { password: outcome.value } } : outcome;
    },
    async changeOwnPassword({ person, body, caller, cookie }) {
      const outcome = await accounts.changePassword(person, body, caller.address, cookie.token);
      if (outcome.ok || outcome.code === "WRONG_PASSWORD") return outcome;
      return refuse(outcome.code, { waitMs: outcome.waitMs });
    },
  };
}
