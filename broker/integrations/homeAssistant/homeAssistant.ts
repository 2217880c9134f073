// Owns telling Home Assistant of the school's devices over the broker it listens to, and hearing its buttons (ADR 0038).
import type { Kysely } from "kysely";
import type { DeviceId, SchoolId } from "../../../protocol/ids.ts";
import { failure, ok, type Result } from "../../../protocol/result.ts";
import type { Log } from "../../../runtime/log.ts";
import type { HomeAssistantSettings, HomeAssistantState } from "../../api/integrations.ts";
import type { Audit } from "../../audit/audit.ts";
import type { HubEvents } from "../../events/hubEvents.ts";
import type { Actor, Commands, Devices, Figures } from "../../hubServices.ts";
import { readSetting, writeSetting } from "../../school/settings.ts";
import type { Tables } from "../../store/schema.ts";
import { type BrokerLink, openBrokerLink, tryBroker } from "./brokerLink.ts";
import {
  baseTopic,
  bridgeTopic,
  buttonOrders,
  deviceDiscovery,
  deviceState,
  discoveryTopic,
  hubDiscovery,
  hubState,
  hubStateTopic,
  stateTopic,
  type Told,
} from "./discovery.ts";

export type HomeAssistantDeps = {
  readonly query: Kysely<Tables>;
  readonly events: HubEvents;
  readonly audit: Audit;
  readonly log: Log;
  readonly devices: Pick<Devices, "list" | "rows" | "inventory">;
  readonly commands: Pick<Commands, "send">;
  readonly school: { readonly id: SchoolId; readonly name: string };
  readonly figures: () => Pick<Figures, "diskFull" | "devices">;
  readonly version: string;
  readonly clock: { mono(): number };
  /** Calls back once after so many ms; returns the way to prevent it. */
  readonly after: (delayMs: number, call: () => void) => () => void;
};

export type HomeAssistantChange = HomeAssistantSettings & { readonly password?: string | undefined };

export type HomeAssistant = {
  /** Connects when the school wants it. */
  start(): Promise<void>;
  state(): Promise<HomeAssistantState>;
  /** PASSWORD_NEEDED: another address or name, and no password for it. */
  change(actor: Actor, change: HomeAssistantChange): Promise<Result<HomeAssistantState, "PASSWORD_NEEDED">>;
  /** Tries an address without keeping it. */
  test(
    actor: Actor,
    change: HomeAssistantChange,
  ): Promise<Result<{ connected: boolean; detail: string }, "PASSWORD_NEEDED">>;
  stop(): Promise<void>;
};

/** Each press is a command with its row and audit entry. */
const leastBetweenPressesMs = 10_000;
/** Changes of a moment travel together. */
const gatherMs = 2000;

export function makeHomeAssistant(deps: HomeAssistantDeps): HomeAssistant {
  const { query, events, audit, log, devices, commands, school, clock, after } = deps;
  let link: BrokerLink | undefined;
  let told: Told | undefined;
  let connection: HomeAssistantState["connection"] = "off";
  let detail = "";
  /** Topic → what stands there: nothing is told twice, and nothing stays that should go. */
  const standing = new Map<string, string>();
  let telling = Promise.resolve();
  const pressedAt = new Map<string, number>();
  let cancelGather: (() => void) | undefined;
  let changed: Set<DeviceId> | "all" = "all";

  const kept = () => readSetting(query, "homeAssistant");

  /** The kept password goes to the broker it was given for, and to nobody else who is named instead. */
  async function passwordFor({ url, username, password }: HomeAssistantChange): Promise<string | undefined> {
    if (password !== undefined) return password;
    const before = await kept();
    return before.password === "" || (before.url === url && before.username === username)
      ? before.password
      : undefined;
  }

  async function put(topic: string, message: unknown): Promise<void> {
    const text = message === null ? "" : JSON.stringify(message);
    if (standing.get(topic) === text || (text === "" && !standing.has(topic))) return;
    if ((await link?.publish(topic, text)) !== true) return;
    if (text === "") standing.delete(topic);
    else standing.set(topic, text);
  }

  async function tellDevices(now: Told, ids: readonly DeviceId[]): Promise<void> {
    for (const row of devices.rows(ids)) {
      const inventory = devices.inventory(row.deviceId);
      const machine = {
        manufacturer: inventory?.manufacturer ?? null,
        model: inventory?.model ?? null,
        serial: inventory?.serial ?? null,
      };
      await put(discoveryTopic(now.discoveryPrefix, row.deviceId), deviceDiscovery(now, row, machine));
      await put(stateTopic(school.id, row.deviceId), deviceState(row));
    }
  }

  async function tellNow(): Promise<void> {
    const now = told;
    if (now === undefined) return;
    const wanted = changed;
    changed = new Set();
    await put(discoveryTopic(now.discoveryPrefix, school.id), hubDiscovery(now));
    await put(hubStateTopic(school.id), hubState(deps.figures()));
    const known = devices.list().map(({ id }) => id);
    await tellDevices(now, wanted === "all" ? known : known.filter((id) => wanted.has(id)));
    if (wanted === "all") await takeBackAllBut(now, known);
  }

  /** What was revoked vanishes from Home Assistant. */
  async function takeBackAllBut({ discoveryPrefix }: Told, known: readonly DeviceId[]): Promise<void> {
    const stay = new Set([discoveryTopic(discoveryPrefix, school.id), hubStateTopic(school.id)]);
    for (const id of known) stay.add(discoveryTopic(discoveryPrefix, id)).add(stateTopic(school.id, id));
    for (const topic of [...standing.keys()]) if (!stay.has(topic)) await put(topic, null);
  }

  /** One telling at a time; what changes meanwhile is told by the next. */
  function tell(): Promise<void> {
    telling = telling
      .then(tellNow)
      .catch((error: unknown) => log.error({ err: error }, "Home Assistant could not be told"));
    return telling;
  }

  function tellSoon(device: DeviceId | "all"): void {
    if (link === undefined) return;
    if (device === "all") changed = "all";
    else if (changed !== "all") changed.add(device);
    cancelGather ??= after(gatherMs, () => {
      cancelGather = undefined;
      void tell();
    });
  }

  async function press(topic: string, payload: string): Promise<void> {
    const name = buttonOrders.find((order) => order === payload);
    const device = topic.split("/").at(-2);
    if (name === undefined || device === undefined || told?.allowCommands !== true) return;
    const now = clock.mono();
    if (now - (pressedAt.get(device) ?? Number.NEGATIVE_INFINITY) < leastBetweenPressesMs) return;
    pressedAt.set(device, now);
    const order = name === "identify" ? ({ name, seconds: 15 } as const) : ({ name } as const);
    const sent = await commands.send({ staffId: null, name: "Home Assistant" }, device as DeviceId, order);
    if (!sent.ok) log.info({ device, code: sent.code }, "a button of Home Assistant did nothing");
  }

  async function open(): Promise<void> {
    const settings = await kept();
    if (!settings.enabled) return;
    connection = "connecting";
    detail = "";
    const { discoveryPrefix, allowCommands } = settings;
    told = { school, version: deps.version, discoveryPrefix, allowCommands };
    const bridge = bridgeTopic(school.id);
    link = await openBrokerLink({
      address: settings,
      clientId: `kidsmart-${school.id}`,
      will: { topic: bridge, payload: "offline" },
      subscriptions: [
        `${discoveryPrefix}/status`,
        ...(allowCommands ? [`${baseTopic(school.id)}/device/+/command`] : []),
      ],
      onUp() {
        connection = "connected";
        detail = "";
        // What a broker without a disk held is gone with its restart.
        standing.clear();
        changed = "all";
        void link?.publish(bridge, "online");
        void tell();
      },
      onDown(words) {
        if (connection !== "failed" && words !== "")
          log.warn({ detail: words }, "no connection to Home Assistant's broker");
        connection = "failed";
        if (words !== "") detail = words;
      },
      onMessage(topic, payload, kept) {
        if (topic.endsWith("/command")) {
          // A press that somebody left on the broker would come again with each connection (ADR 0003).
          if (kept) return;
          press(topic, payload).catch((error: unknown) =>
            log.error({ err: error }, "a button of Home Assistant failed"),
          );
          return;
        }
        // Home Assistant itself started.
        if (payload !== "online") return;
        standing.clear();
        tellSoon("all");
      },
    });
  }

  /** `forget`: devices vanish from Home Assistant instead of being shown as away. */
  async function close(forget: boolean): Promise<void> {
    cancelGather?.();
    cancelGather = undefined;
    told = undefined;
    await telling;
    const ending = link;
    if (ending === undefined) return;
    if (forget) for (const topic of [...standing.keys()]) await put(topic, null);
    await ending.publish(bridgeTopic(school.id), "offline");
    link = undefined;
    connection = "off";
    standing.clear();
    await ending.end();
  }

  const stopListening = events.subscribe((event) => {
    if (event.type === "deviceListChanged") tellSoon("all");
    else if (event.type === "deviceChanged" || event.type === "kioskLive") tellSoon(event.device);
  });

  async function state(): Promise<HomeAssistantState> {
    const { password, ...settings } = await kept();
    // The discovery messages are the devices' and the hub's own.
    const discovered = [...standing.keys()].filter((topic) => topic.endsWith("/config")).length;
    return {
      settings,
      hasPassword: password !== "",
      connection,
      detail,
      devices: Math.max(0, discovered - 1),
    };
  }

  return {
    start: open,
    state,
    async change(actor, change) {
      const password = await passwordFor(change);
      if (password === undefined) return failure("PASSWORD_NEEDED", change.url);
      const { password: _, ...settings } = change;
      const before = await kept();
      await close(
        !settings.enabled ||
          settings.discoveryPrefix !== before.discoveryPrefix ||
          settings.url !== before.url,
      );
      await writeSetting(query, "homeAssistant", { ...settings, password });
      await audit.write({
        actor: actor.name,
        action: "integration.change",
        subject: "Home Assistant",
        detail: settings,
      });
      await open();
      return ok(await state());
    },
    async test(actor, change) {
      const password = await passwordFor(change);
      if (password === undefined) return failure("PASSWORD_NEEDED", change.url);
      const { url, username } = change;
      await audit.write({
        actor: actor.name,
        action: "integration.test",
        subject: "Home Assistant",
        detail: { url, username },
      });
      const words = await tryBroker({ url, username, password }, `kidsmart-${school.id}-try`);
      return ok({ connected: words === "", detail: words });
    },
    async stop() {
      stopListening();
      await close(false);
    },
  };
}
