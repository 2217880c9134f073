// Tests what the hub tells a person who adds a device, what it tells the device, and that both ways in are the same application.
import { Agent, get, request } from "node:https";
import { afterAll, beforeAll, expect, test } from "vitest";
import WebSocket from "ws";
import { deviceIdentity } from "../../protocol/enrolment.ts";
import { enrolmentFile } from "../../protocol/enrolmentFile.ts";
import { isTrusted, readEnrolmentText } from "../../protocol/enrolmentText.ts";
import { enrolment } from "../api/devices.ts";
import { fingerprintOf } from "../certificates/authority.ts";
import { clientOf, type ServedHub, startServedHub } from "./servedHubFixture.ts";

let served: ServedHub;
let ca: string;
beforeAll(async () => {
  served = await startServedHub();
  ca = await (await fetch(`${served.hub.url}/kidsmart-ca.crt`)).text();
});
afterAll(() => served.close());

const order = { deviceName: "Trạm 1", kind: "station", roomId: null, stationNumber: 1, emblem: "rabbit" };
const agent = () => new Agent({ ca, keepAlive: false });
const secureUrl = () => `https://127.0.0.1:${served.hub.httpsPort}`;

/** Over TLS, with the name and the chain checked as a browser does. */
function post(path: string, body: unknown): Promise<{ status: number; body: unknown }> {
  const headers = { "content-type": "application/json" };
  return new Promise((resolve, reject) => {
    const asking = request(
      `${secureUrl()}${path}`,
      { method: "POST", headers, agent: agent() },
      async (answer) => {
        let text = "";
        for await (const chunk of answer) text += String(chunk);
        resolve({ status: answer.statusCode ?? 0, body: JSON.parse(text) });
      },
    );
    asking.on("error", reject);
    asking.end(JSON.stringify(body));
  });
}

test("a code is told as what to type, to scan and to run, and names the authority that signs the hub's certificate", async () => {
  const officer = await served.as("itOfficer");
  const made = enrolment.parse(await (await officer("createEnrolment", { body: order })).json());
  const { httpsPort } = served.hub;
  expect(made.agentCommand).toBe(`npm run agent -- --hub 127.0.0.1:${httpsPort} --code ${made.typedCode}`);
  // The sample school listens to this computer only.
  expect(made.agentOnHubOnly).toBe(true);
  for (const text of [made.typedCode, made.link]) {
    const read = readEnrolmentText(text);
    if (!read.ok) throw new Error(read.detail);
    expect(read.value.code).toBe(made.code.replace("-", ""));
    expect(isTrusted(read.value, fingerprintOf(ca))).toBe(true);
  }
  expect(readEnrolmentText(made.link)).toMatchObject({ value: { hubs: [`127.0.0.1:${httpsPort}`] } });
});

test("claimed over TLS a device is told the encrypted way; in the clear only this computer's own", async () => {
  const officer = await served.as("itOfficer");
  const code = async () =>
    enrolment.parse(await (await officer("createEnrolment", { body: order })).json()).code;
  const claim = { via: "agent", hostname: "tram-1" };
  const secure = await post("/api/enrolments/claim", { ...claim, code: await code() });
  expect(deviceIdentity.parse(secure.body)).toMatchObject({
    mqttUrl: `mqtts://127.0.0.1:${served.hub.mqttsPort}`,
    hubUrls: [secureUrl()],
    caPem: ca,
  });
  const plain = await served.stranger("claimEnrolment", { body: { ...claim, code: await code() } });
  const identity = deviceIdentity.parse(await plain.json());
  expect(identity.mqttUrl).toBe(`mqtt://127.0.0.1:${served.hub.mqttPort}`);
  expect(identity.caPem).toBeUndefined();
});

test("a file for a stick names every station, whom to trust and where, and can be withdrawn", async () => {
  const officer = await served.as("itOfficer");
  const stations = [1, 2, 3].map((stationNumber) => ({
    deviceName: `Trạm ${stationNumber}`,
    stationNumber,
    emblem: "fox",
  }));
  const answer = await officer("createEnrolmentFile", { body: { roomId: null, stations } });
  const made = (await answer.json()) as { fileId: string; fileName: string; file: unknown };
  const file = enrolmentFile.parse(made.file);
  expect(made.fileName).toBe("kidsmart-enrol.json");
  expect(file.entries.map(({ deviceName }) => deviceName)).toEqual(["Trạm 1", "Trạm 2", "Trạm 3"]);
  expect(file.caPem).toBe(ca);
  expect(file.hubs).toEqual([`127.0.0.1:${served.hub.httpsPort}`]);
  const { fileId } = made;
  expect((await officer("withdrawEnrolmentFile", { params: { fileId } })).status).toBe(204);
  expect((await officer("withdrawEnrolmentFile", { params: { fileId } })).status).toBe(404);
  const [first] = file.entries;
  const claim = { code: first?.code, via: "agent", hostname: "x" };
  expect((await served.stranger("claimEnrolment", { body: claim })).status).toBe(404);
});

test("over TLS the pages are the same, a sign-in is marked as secure, and web screens connect", async () => {
  const [person] = served.signIns;
  const cookie = await new Promise<string>((resolve, reject) => {
    const asking = request(
      `${secureUrl()}/api/session`,
      { method: "POST", agent: agent(), headers: { "content-type": "application/json" } },
      (answer) => {
        answer.resume();
        resolve(String(answer.headers["set-cookie"]));
      },
    );
    asking.on("error", reject);
    asking.end(JSON.stringify({ username: person?.username, password: person?.password }));
  });
  expect(cookie).toMatch(/kidsmart=.*Secure/);
  const screen = await served.enrolScreen();
  const link = new WebSocket(
    `wss://127.0.0.1:${served.hub.httpsPort}/screen/link?device=${screen.deviceId}`,
    `kidsmart.${screen.secret}`,
    { ca },
  );
  await new Promise((resolve, reject) => {
    link.once("open", resolve);
    link.once("error", reject);
  });
  link.terminate();
});

test("a client that does not know the authority refuses the hub", async () => {
  const failed = await new Promise<Error>((resolve) => {
    get(secureUrl(), { agent: new Agent({ keepAlive: false }) }).on("error", resolve);
  });
  expect((failed as NodeJS.ErrnoException).code).toMatch(/SELF_SIGNED|UNABLE_TO_/);
});

test("without credentials nobody learns of a device's secret, and a teacher may not change it", async () => {
  const screen = await served.enrolScreen();
  const params = { deviceId: screen.deviceId };
  expect((await clientOf(served.hub.url)("showCredentials", { params })).status).toBe(401);
  const teacher = await served.as("teacher");
  expect((await teacher("rotateSecret", { params })).status).toBe(403);
  const officer = await served.as("itOfficer");
  expect(await (await officer("showCredentials", { params })).json()).toMatchObject({
    askedAt: null,
    offered: false,
    usedTwice: null,
    encrypted: null,
  });
  const refused = await officer("rotateSecret", { params });
  expect(refused.status).toBe(409);
  expect(((await refused.json()) as { message: string }).message).toContain("Thay máy");
});
