// Tests what a fresh code tells the person who types it, over the route.
import { afterAll, beforeAll, expect, test } from "vitest";
import { enrolment } from "../api/devices.ts";
import { type ServedHub, startServedHub } from "./servedHubFixture.ts";

let served: ServedHub;
beforeAll(async () => {
  served = await startServedHub();
});
afterAll(() => served.close());

test("a code names the hub's own address for agents while MQTT is on loopback, and has an emblem that exists", async () => {
  const officer = await served.as("itOfficer");
  const body = { deviceName: "Trạm 9", kind: "station", roomId: null, stationNumber: 9 };
  const made = enrolment.parse(await (await officer("createEnrolment", { body })).json());
  expect(made.agentOnHubOnly).toBe(true);
  expect(made.agentCommand).toBe(
    `npm run agent -- --hub http://127.0.0.1:${served.hub.httpPort} --code ${made.code}`,
  );
  const rows = await served.hub.store.query
    .selectFrom("enrolment")
    .select(["deviceName", "emblem"])
    .execute();
  expect(rows).toEqual([{ deviceName: "Trạm 9", emblem: "desktop-computer" }]);
});
