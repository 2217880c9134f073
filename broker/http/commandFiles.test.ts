// Tests who is given what a command brought, and as what it is served.
import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { commandFilePath } from "../api/commands.ts";
import { type ServedHub, startServedHub } from "./servedHubFixture.ts";

let served: ServedHub;
const picture = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
const id = v7();
beforeAll(async () => {
  served = await startServedHub();
  const { deviceId } = await served.enrolScreen();
  const { store, core } = served.hub;
  const sha256 = createHash("sha256").update(picture).digest("hex");
  const folder = join(dirname(store.file), "command-files");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, sha256), picture);
  const now = served.clock.now();
  await store.query
    .insertInto("command")
    .values({
      ...{ id, deviceId, name: "screenshot", body: "{}", issuedBy: "hub", issuedAt: now, expiresAt: now },
      ...{ state: "done", detail: "", finishedAt: now, sentAt: now, scheduleId: null, insisted: 0 },
      ...{ fileKind: "screenshot", fileSha256: sha256, fileBytes: picture.length, fileAt: now },
    })
    .execute();
  expect((await core.commands.file(id as never))?.bytes).toEqual(picture);
});
afterAll(() => served.close());

const get = (cookie: string, of = id) =>
  fetch(served.hub.url + commandFilePath.replace(":commandId", of), { headers: { cookie } });

test("who may send commands sees the picture, as a picture and nothing else", async () => {
  const { cookie } = await served.as("itOfficer");
  const answer = await get(cookie);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("image/jpeg");
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(picture);
  expect((await get(cookie, v7())).status).toBe(404);
  expect((await get(cookie, "..%2F..%2Fhub.db")).status).toBe(404);
});

test("the accountant, a teacher and a stranger do not, and send nothing", async () => {
  expect((await get("")).status).toBe(401);
  for (const role of ["accountant", "teacher"]) {
    const client = await served.as(role);
    expect([role, (await get(client.cookie)).status]).toEqual([role, 403]);
    const body = { target: { kind: "devices", deviceIds: [v7()] }, order: { name: "unlock" } };
    expect([role, (await client("sendCommands", { body })).status]).toEqual([role, 403]);
  }
});
