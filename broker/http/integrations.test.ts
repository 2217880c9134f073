// Tests what other programs get from the hub: keys, Prometheus, OpenAPI clients, Home Assistant over a real broker.
import { createServer, type Server } from "node:net";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Aedes } from "aedes";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AccessKey, HomeAssistantState } from "../api/integrations.ts";
import type { Permission } from "../api/permissions.ts";
import { baseTopic, discoveryTopic, stateTopic } from "../integrations/homeAssistant/discovery.ts";
import { type ServedHub, startServedHub } from "./servedHubFixture.ts";

let served: ServedHub;
beforeAll(async () => {
  served = await startServedHub();
});
afterAll(() => served.close());

async function makeKey(permissions: readonly Permission[], days: number | null = null) {
  const officer = await served.as("itOfficer");
  const answer = await officer("createAccessKey", { body: { name: "Grafana", permissions, days } });
  expect(answer.status).toBe(200);
  return (await answer.json()) as AccessKey & { token: string };
}
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const metrics = (token?: string) =>
  fetch(`${served.hub.url}/metrics`, { headers: token === undefined ? {} : bearer(token) });

describe("a key of another program", () => {
  test("may what it was made for, and nothing else", async () => {
    const { token } = await makeKey(["devices.view"]);
    const headers = bearer(token);
    expect((await served.stranger("listDevices", { headers })).status).toBe(200);
    expect((await served.stranger("listStaff", { headers })).status).toBe(403);
    expect((await served.stranger("changeOwnPassword", { headers, body: {} })).status).toBe(403);
    expect((await served.stranger("listDevices", { headers: bearer(`${token}x`) })).status).toBe(401);
  });

  test("is never stronger than the person who made it, and never makes another", async () => {
    const weak = await served.withPermissions(["integrations.manage", "devices.view"]);
    const order = (permissions: string[]) =>
      weak("createAccessKey", { body: { name: "x", permissions, days: 1 } });
    expect((await order(["devices.command"])).status).toBe(403);
    expect((await order(["integrations.manage"])).status).toBe(400);
    const { token } = (await (await order(["devices.view"])).json()) as { token: string };
    const ask = async () => (await served.stranger("listDevices", { headers: bearer(token) })).status;
    expect(await ask()).toBe(200);
    const { query } = served.hub.store;
    const row = await query
      .selectFrom("accessKey")
      .orderBy("createdAt", "desc")
      .select("staffId")
      .executeTakeFirstOrThrow();
    await query.updateTable("staff").set({ disabledAt: 1 }).where("id", "=", row.staffId).execute();
    expect(await ask()).toBe(401);
  });

  test("ends by its day, or when it is taken back, and a database shows nobody's", async () => {
    const { token, id } = await makeKey(["devices.view"], 1);
    const rows = await served.hub.store.query.selectFrom("accessKey").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);
    const ask = async () => (await served.stranger("listDevices", { headers: bearer(token) })).status;
    served.clock.setBy += 25 * 3_600_000;
    expect(await ask()).toBe(401);
    served.clock.setBy -= 25 * 3_600_000;
    expect(await ask()).toBe(200);
    const officer = await served.as("itOfficer");
    const listed = (await (await officer("listAccessKeys")).json()) as AccessKey[];
    expect(listed.find((each) => each.id === id)).toMatchObject({
      holds: true,
      lastUsedAt: expect.any(Number),
    });
    expect((await officer("removeAccessKey", { params: { accessKeyId: id } })).status).toBe(204);
    expect(await ask()).toBe(401);
  });

  test("counts alone: a person's cookie beside it adds nothing", async () => {
    const { token } = await makeKey(["rooms.view"]);
    const officer = await served.as("itOfficer");
    expect((await officer("listDevices", { headers: bearer(token) })).status).toBe(403);
  });
});

describe("Prometheus", () => {
  test("gets the hub's figures without a key, devices' only with one that may see them", async () => {
    await served.enrolScreen();
    const open = await (await metrics()).text();
    expect(open).toContain("kidsmart_hub_devices_known 1");
    expect(open).toContain("process_cpu_seconds_total ");
    expect(open).not.toContain("kidsmart_device_");
    expect((await metrics((await makeKey(["rooms.view"])).token)).status).toBe(403);
    const text = await (await metrics((await makeKey(["devices.view"])).token)).text();
    expect(text).toMatch(
      /^kidsmart_device_up\{device="[\w-]+",name="Màn hình",room="[^"]+",kind="screen",station=""\} 0$/m,
    );
    const line = /^(# (HELP|TYPE) .+|[a-z_]+(\{([a-z]+="([^"\\\n]|\\["\\n])*",?)+\})? -?[\d.e+-]+)$/;
    for (const each of text.trim().split("\n")) expect(each).toMatch(line);
  });
});

describe("the OpenAPI document", () => {
  test("is valid OpenAPI 3.1, so that tools can make clients from it", async () => {
    const document = (await (await fetch(`${served.hub.url}/api/openapi.json`)).json()) as Record<
      string,
      unknown
    >;
    const { valid, errors } = await new Validator().validate(document);
    expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
  });

  test("says enough for a client that knows nothing else to ask", async () => {
    const document = (await (await fetch(`${served.hub.url}/api/openapi.json`)).json()) as {
      paths: Record<string, Record<string, { operationId: string; security: Record<string, unknown>[] }>>;
      components: { securitySchemes: Record<string, { type: string; scheme?: string }> };
    };
    const [path, method] =
      Object.entries(document.paths)
        .flatMap(([each, methods]) =>
          Object.entries(methods).map(([verb, row]) => [each, verb, row] as const),
        )
        .find(([, , row]) => row.operationId === "listDevices") ?? [];
    const accepted =
      document.paths[path ?? ""]?.[method ?? ""]?.security.flatMap((each) => Object.keys(each)) ?? [];
    const scheme = accepted
      .map((name) => document.components.securitySchemes[name])
      .find((each) => each?.type === "http");
    expect(scheme?.scheme).toBe("bearer");
    const { token } = await makeKey(["devices.view"]);
    const answer = await fetch(`${served.hub.url}${path}`, {
      method: method?.toUpperCase() ?? "",
      headers: bearer(token),
    });
    expect(await answer.json()).toEqual(expect.any(Array));
  });
});

describe("Home Assistant", () => {
  /** The broker it listens to, with what stands there. */
  async function startBroker(admits: (password: string) => boolean) {
    const aedes = await Aedes.createBroker({
      authenticate: (_client, _username, password, done) => {
        const admitted = admits(password?.toString() ?? "");
        done(admitted ? null : Object.assign(new Error("no"), { returnCode: 5 as never }), admitted);
      },
    });
    const server: Server = createServer(aedes.handle);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const standing = new Map<string, string>();
    aedes.on("publish", ({ topic, payload, retain }) => {
      if (!retain) return;
      if (payload.length === 0) standing.delete(topic);
      else standing.set(topic, payload.toString());
    });
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    return {
      aedes,
      standing,
      url: `mqtt://127.0.0.1:${address.port}`,
      async close() {
        await new Promise<void>((resolve) => aedes.close(resolve));
        await new Promise((resolve) => server.close(resolve));
      },
    };
  }
  const settings = (url: string, enabled = true) => ({
    enabled,
    url,
    username: "kidsmart",
    password: "mật khẩu",
    discoveryPrefix: "homeassistant",
    allowCommands: true,
  });

  test("learns of every device, sees its state, hears of what goes, and forgets all when it is switched off", async () => {
    const broker = await startBroker((password) => password === "mật khẩu");
    const officer = await served.as("itOfficer");
    const { deviceId } = await served.enrolScreen();
    const school = served.hub.core.school.id;
    const changed = await officer("changeHomeAssistant", { body: settings(broker.url) });
    expect(await changed.json()).toMatchObject({ hasPassword: true, settings: { enabled: true } });
    const config = discoveryTopic("homeassistant", deviceId);
    await expect.poll(() => broker.standing.has(stateTopic(school, deviceId))).toBe(true);
    const discovered = JSON.parse(broker.standing.get(config) ?? "null") as {
      components: Record<string, { p: string; unique_id: string; payload_press?: string }>;
      state_topic: string;
    };
    expect(discovered).toMatchObject({ device: { name: "Màn hình" }, origin: { name: "Kidsmart" } });
    const ids = Object.values(discovered.components).map((each) => each.unique_id);
    expect(new Set(ids).size).toBe(ids.length);
    const state = JSON.parse(broker.standing.get(discovered.state_topic) ?? "null") as Record<
      string,
      unknown
    >;
    for (const [key, { p }] of Object.entries(discovered.components))
      if (p !== "button") expect(state).toHaveProperty(key);
    expect(state["connected"]).toBe("OFF");
    expect(broker.standing.get(`${baseTopic(school)}/bridge`)).toBe("online");

    await officer("revokeDevice", { params: { deviceId } });
    await expect.poll(() => broker.standing.has(config), { timeout: 6000 }).toBe(false);

    const shown = (await (await officer("showHomeAssistant")).json()) as HomeAssistantState;
    expect(shown.connection).toBe("connected");
    expect(JSON.stringify(shown)).not.toContain("mật khẩu");
    const { password: _, ...keep } = settings(broker.url, false);
    await officer("changeHomeAssistant", { body: keep });
    expect([...broker.standing].filter(([topic]) => topic.endsWith("/config"))).toEqual([]);
    await broker.close();
  });

  test("the kept password goes to nobody else who is named instead, and a press that was left behind does nothing", async () => {
    const [own, other] = [await startBroker(() => true), await startBroker(() => true)];
    const officer = await served.as("itOfficer");
    const { deviceId } = await served.enrolScreen();
    const school = served.hub.core.school.id;
    own.aedes.publish(
      {
        cmd: "publish",
        topic: `${baseTopic(school)}/device/${deviceId}/command`,
        payload: Buffer.from("identify"),
        retain: true,
        qos: 1,
        dup: false,
      },
      () => undefined,
    );
    await officer("changeHomeAssistant", { body: settings(own.url) });
    await expect.poll(() => own.standing.has(stateTopic(school, deviceId))).toBe(true);
    const { password: _, ...without } = settings(other.url);
    for (const name of ["testHomeAssistant", "changeHomeAssistant"] as const) {
      const answer = await officer(name, { body: without });
      expect(await answer.json()).toMatchObject({ fields: { password: expect.any(String) } });
    }
    const inAddress = await officer("changeHomeAssistant", { body: settings("mqtt://ai:do@127.0.0.1") });
    expect(await inAddress.json()).toMatchObject({ fields: { url: expect.any(String) } });
    const audited = await served.hub.store.query.selectFrom("audit").selectAll().execute();
    expect(audited.filter(({ action }) => action === "command.identify")).toEqual([]);
    await officer("changeHomeAssistant", { body: settings(own.url, false) });
    await own.close();
    await other.close();
  });

  test("a wrong password or an address without a broker is told in the broker's words, and nothing is kept", async () => {
    const broker = await startBroker((password) => password === "right");
    const officer = await served.as("itOfficer");
    const attempt = async (url: string) =>
      (await (await officer("testHomeAssistant", { body: settings(url) })).json()) as {
        connected: boolean;
        detail: string;
      };
    expect(await attempt(broker.url)).toMatchObject({
      connected: false,
      detail: expect.stringMatching(/not authorized/i),
    });
    await broker.close();
    expect(await attempt(broker.url)).toMatchObject({
      connected: false,
      detail: expect.stringContaining("ECONNREFUSED"),
    });
    const bad = await officer("changeHomeAssistant", { body: settings("http://nha") });
    expect(await bad.json()).toMatchObject({ fields: { url: expect.stringContaining("mqtt://") } });
    const empty = await officer("changeHomeAssistant", { body: settings("") });
    expect(await empty.json()).toMatchObject({ fields: { url: expect.any(String) } });
  });
});
