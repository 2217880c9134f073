// Tests what only happens when two changes of the staff are asked for at the same moment.
import { expect, test } from "vitest";
import { startTestHub } from "../hubFixture.ts";
import { addDefaultRoles, addStaff } from "./addStaff.ts";
import { makeStaff } from "./staff.ts";

test("two managers who lock each other out at the same moment do not both succeed", async () => {
  const hub = await startTestHub({ unstarted: true });
  const { query } = hub.store;
  const cheap = { N: 64, r: 8, p: 1 };
  const cost = { password: cheap, pin: cheap };
  await addDefaultRoles(query);
  const add = (username: string, role: string) =>
    addStaff(
      query,
      hub.clock.now(),
      { username, displayName: username, password: "x", pin: null, roles: [role] },
      cost,
    );
  const [one, two] = await Promise.all([add("mot", "principal"), add("hai", "itOfficer")]);
  const staff = makeStaff({
    query,
    clock: hub.clock,
    random: { bytes: (count) => new Uint8Array(count) },
    events: hub.events,
    audit: hub.audit,
    signIns: { closeAll: async () => undefined },
    cost,
  });
  const outcomes = await Promise.all([
    staff.change({ staffId: one, name: "mot" }, two, { disabled: true }),
    staff.change({ staffId: two, name: "hai" }, one, { disabled: true }),
  ]);
  await hub.close();
  expect(outcomes.map((outcome) => outcome.ok || outcome.code)).toEqual([true, "LAST_MANAGER"]);
});
