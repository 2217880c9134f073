// Owns the hub that HTTP tests talk to: a whole one on free ports with a sample school, in a folder of its own.
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pino } from "pino";
import { v7 } from "uuid";
import type { DeviceIdentity } from "../../protocol/enrolment.ts";
import { addStaff } from "../accounts/addStaff.ts";
import { type Api, api, type RouteName } from "../api/api.ts";
import type { Permission } from "../api/permissions.ts";
import { type Hub, startHub } from "../hub.ts";
import type { SampleSignIn } from "../sample/sampleSignIns.ts";

/** Tests make many people; the cost has its own tests. */
export const cheap = { password: { N: 64, r: 8, p: 1 }, pin: { N: 64, r: 8, p: 1 } };

export type Call = {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};
export type Client = (name: RouteName, call?: Call) => Promise<Response>;

/** `by`: time that passed beyond the real one; `setBy`: what a hand on the clock added, which is no time. Both ms. */
export type TestClock = { now(): number; mono(): number; by: number; setBy: number };

export type ServedHub = {
  readonly hub: Hub;
  readonly home: string;
  readonly dist: string;
  readonly clock: TestClock;
  readonly signIns: readonly SampleSignIn[];
  /** Nobody. */
  readonly stranger: Client;
  /** Somebody of the sample school, by role. */
  as(role: string): Promise<Client & { readonly cookie: string }>;
  /** Somebody with just these permissions. */
  withPermissions(permissions: readonly Permission[]): Promise<Client & { readonly cookie: string }>;
  enrolScreen(): Promise<DeviceIdentity>;
  close(): Promise<void>;
};

export async function startServedHub(
  startAt?: number,
  more: { readonly trustProxy?: boolean } = {},
): Promise<ServedHub> {
  const home = await mkdtemp(join(tmpdir(), "kidsmart-served-"));
  const dist = join(home, "dist");
  // The day a test begins at may lie in the past by now; a monotonic clock knows nothing of days and is never negative.
  const startedBy = startAt === undefined ? 0 : startAt - Date.now();
  const clock: TestClock = {
    by: startedBy,
    setBy: 0,
    now: () => Date.now() + clock.by + clock.setBy,
    mono: () => performance.now() + clock.by - startedBy,
  };
  const started = await startHub({
    home,
    dist,
    version: "0.0.0-test",
    sample: true,
    schoolName: "Trường Mầm non",
    httpHost: "127.0.0.1",
    http: { port: 0, insisted: true },
    mqtt: { port: 0, insisted: true },
    log: pino({ level: "silent" }),
    clock,
    cost: cheap,
    ...more,
  });
  if (!started.ok) throw new Error(started.detail);
  const hub = started.value;
  const signIns = JSON.parse(await readFile(join(home, "sample-sign-ins.json"), "utf8")) as SampleSignIn[];

  async function signIn(username: string, password: string) {
    const answer = await clientOf(hub.url)("signIn", { body: { username, password } });
    const [cookie = ""] = (answer.headers.get("set-cookie") ?? "").split(";");
    return Object.assign(clientOf(hub.url, cookie), { cookie });
  }

  function signInAs(role: string) {
    const found = signIns.find((each) => each.role === role);
    if (found === undefined) throw new Error(`no ${role}`);
    return signIn(found.username, found.password);
  }

  return {
    hub,
    home,
    dist,
    clock,
    signIns,
    stranger: clientOf(hub.url),
    as: signInAs,
    async withPermissions(permissions) {
      const code = v7();
      const { query } = hub.store;
      await query
        .insertInto("role")
        .values({ code, name: code, permissions: JSON.stringify(permissions) })
        .execute();
      const person = {
        username: code,
        displayName: "Người Thử",
        password: "mot-hai-ba",
        pin: null,
        roles: [code],
      };
      await addStaff(query, clock.now(), person, cheap);
      return signIn(code, person.password);
    },
    async enrolScreen() {
      const [room] = await hub.store.query.selectFrom("room").orderBy("position").select("id").execute();
      const officer = await signInAs("itOfficer");
      const order = {
        deviceName: "Màn hình",
        kind: "screen",
        roomId: room?.id,
        stationNumber: null,
        emblem: "panda",
      };
      const made = (await (await officer("createEnrolment", { body: order })).json()) as { code: string };
      const claim = { code: made.code, via: "web", hostname: "tv" };
      const claimed = await clientOf(hub.url)("claimEnrolment", { body: claim });
      const identity = (await claimed.json()) as DeviceIdentity;
      // Its documents, and with them the PINs, are made after the answer.
      await hub.core.desired.settled();
      return identity;
    },
    async close() {
      await hub.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}

export function clientOf(url: string, cookie?: string): Client {
  return (name, { params = {}, query, body, headers = {} } = {}) => {
    const row: Api[RouteName] = api[name];
    const path = row.path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(params[key] ?? ""));
    return fetch(`${url}${path}${query === undefined ? "" : `?${new URLSearchParams(query)}`}`, {
      method: row.method,
      headers: {
        ...(cookie === undefined ? {} : { cookie }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  };
}

/** Writes a file of the build, e.g. "dashboard/index.html". */
export async function writeBuilt(
  { dist }: Pick<ServedHub, "dist">,
  path: string,
  text: string,
): Promise<void> {
  const file = join(dist, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}
