// Owns the MQTT connection: one client a try, backoff between tries, and a deadline after which a try is given up.
import { connect as connectTcp, type Socket } from "node:net";
import { MqttClient } from "mqtt";
import type { Log } from "../../runtime/log.ts";
import type { DeviceSecrets } from "../enrolment/deviceSecrets.ts";
import { openPinnedLine } from "../enrolment/pinnedTls.ts";
import type { Cancel, Clock } from "../time/clock.ts";
import type { Random } from "../time/random.ts";
import { backoffMs } from "./backoff.ts";
import { withFound } from "./withFound.ts";

export type ConnectionDeps = {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** Tried in turn, the one that worked last first: "mqtts://192.168.1.10:8883", or "mqtt:" on this very computer. */
  readonly urls: readonly string[];
  /** The school's authority, PEM; needed for "mqtts:". */
  readonly caPem: string | undefined;
  /** Where else the hub may be, asked after it was not found at any address. */
  readonly findHub?: (() => Promise<readonly string[]>) | undefined;
  readonly clientId: string;
  readonly secrets: DeviceSecrets;
  readonly will: () => { readonly topic: string; readonly payload: string };
  readonly subscriptions: () => readonly { readonly topic: string; readonly qos: 0 | 1 }[];
  /** Connected and subscribed. */
  readonly onUp: () => void;
  readonly onDown: () => void;
  readonly onMessage: (topic: string, payload: Uint8Array) => void;
};

export type Outgoing = { readonly topic: string; readonly payload: string; readonly qos: 0 | 1 };

export type Connection = {
  readonly start: () => void;
  readonly isUp: () => boolean;
  /** Lost silently when the connection is: whoever needs more asks for an ack of the application's own. */
  readonly publish: (message: Outgoing) => void;
  /** The hub answered: the next failure starts from a short wait again. */
  readonly proved: () => void;
  /** Drops this connection and makes a new one. */
  readonly replace: (reason: string) => void;
  /** Says the last words and ends within about a second. */
  readonly stop: (lastWords: Outgoing) => Promise<void>;
};

/** A try that has not got this far by now hangs somewhere between a dying switch and a dead hub. */
const connectWithinMs = 30_000;
const lastWordsWithinMs = 1000;
/** A hub that does not know this device any more is asked ever more seldom; enrolling again needs a person anyway. */
const refusedPauseMs = 5 * 60_000;
const longestRefusedPauseMs = 60 * 60_000;
/** Failures between two looks around the network: a hub that restarts is back before. */
const failuresBeforeLooking = 6;
/** Noticing a cut cable takes one and a half times this; each ping costs four bytes. */
export const keepaliveSeconds = 30;

const usualPorts: Readonly<Record<string, string>> = { "mqtt:": "1883", "mqtts:": "8883" };

/** CONNACK 4 and 5: bad user name or password, not authorised. */
const isRefusal = (error: Error) => {
  const { code } = error as { code?: unknown };
  return code === 4 || code === 5;
};

/** One try: the line, and the client that talks over it once it is known who listens. */
type Attempt = { client?: MqttClient; readonly giveUp: AbortController };

export function makeConnection(deps: ConnectionDeps): Connection {
  const { clock, random, log, secrets } = deps;
  let urls = [...deps.urls];
  let current: Attempt | undefined;
  let up = false;
  let stopped = false;
  let failures = 0;
  let refusals = 0;
  let cancelTimer: Cancel = () => {};

  function attempt(): void {
    const own: Attempt = { giveUp: new AbortController() };
    current = own;
    cancelTimer = clock.after(connectWithinMs, () => drop(own, `no connection within ${connectWithinMs} ms`));
    const url = new URL(urls[0] ?? "");
    const to = {
      host: url.hostname.replace(/^\[|\]$/g, ""),
      port: Number(url.port || usualPorts[url.protocol]),
    };
    // Both made here and not by the library's `connect`, which loads WebSocket and proxy code worth 18 MB of memory.
    if (url.protocol === "mqtts:") void openSecurely(own, to);
    else begin(own, connectTcp({ ...to, noDelay: true }));
  }

  /** The secret is in the first packet: nothing is said before it is known who listens. */
  async function openSecurely(own: Attempt, to: { host: string; port: number }): Promise<void> {
    const trust = { caPem: deps.caPem ?? "" };
    const opened = await openPinnedLine({ ...to, trust, signal: own.giveUp.signal }).catch(
      (error: unknown) => ({ ok: false as const, code: "HUB_UNREACHABLE", detail: String(error) }),
    );
    if (current !== own) {
      if (opened.ok) opened.value.socket.destroy();
    } else if (opened.ok) begin(own, opened.value.socket);
    else {
      if (opened.code === "HUB_NOT_TRUSTED")
        log.error({ code: opened.code, detail: opened.detail }, "somebody else answers where the hub was");
      drop(own, opened.detail);
    }
  }

  function begin(own: Attempt, stream: Socket): void {
    const will = deps.will();
    const client = new MqttClient(() => stream, {
      protocolVersion: 4,
      clean: true,
      clientId: deps.clientId,
      username: deps.clientId,
      password: secrets.current(),
      keepalive: keepaliveSeconds,
      protocolId: "MQTT",
      // One client lives for one connection: what mqtt.js keeps in memory across reconnects can be out of order.
      reconnectPeriod: 0,
      resubscribe: false,
      queueQoSZero: false,
      connectTimeout: connectWithinMs,
      will: { topic: will.topic, payload: Buffer.from(will.payload), qos: 1, retain: false },
    });
    own.client = client;
    client.on("connect", () => {
      refusals = 0;
      secrets.accepted();
      subscribe(own, client);
    });
    client.on("message", (topic, payload) => {
      if (current === own) deps.onMessage(topic, payload);
    });
    client.on("error", (error) => {
      if (isRefusal(error)) refused(own, error.message);
      else drop(own, error.message || String((error as { code?: unknown }).code));
    });
    client.on("close", () => drop(own, "closed"));
  }

  function subscribe(own: Attempt, client: MqttClient): void {
    const wanted = Object.fromEntries(deps.subscriptions().map(({ topic, qos }) => [topic, { qos }]));
    client.subscribe(wanted, (error, granted) => {
      if (current !== own) return;
      if (error) {
        drop(own, `subscribe: ${error.message}`);
        return;
      }
      const denied = granted?.filter(({ qos }) => qos === 128).map(({ topic }) => topic) ?? [];
      if (denied.length > 0) log.warn({ code: "SUBSCRIPTION_REFUSED", topics: denied }, "hub refused topics");
      cancelTimer();
      up = true;
      log.info({ url: urls[0] }, "connected to the hub");
      deps.onUp();
    });
  }

  function end(own: Attempt): void {
    current = undefined;
    cancelTimer();
    own.giveUp.abort();
    own.client?.end(true);
    const wasUp = up;
    up = false;
    if (wasUp) deps.onDown();
  }

  function drop(own: Attempt, reason: string): void {
    if (current !== own) return;
    const wasUp = up;
    const url = urls[0];
    end(own);
    if (stopped) return;
    const waitMs = backoffMs(failures, random);
    failures += 1;
    log.info({ code: "HUB_UNREACHED", url, reason, waitMs }, "no hub; recording goes on");
    // What worked a moment ago is tried once more before any other.
    if (!wasUp) urls = [...urls.slice(1), ...urls.slice(0, 1)];
    if (failures % failuresBeforeLooking === 0) void lookAround();
    cancelTimer = clock.after(waitMs, attempt);
  }

  function refused(own: Attempt, reason: string): void {
    if (current !== own) return;
    const url = urls[0];
    end(own);
    if (stopped) return;
    // A new secret that came to nothing: the former one is still good.
    const another = secrets.refused();
    const waitMs = another
      ? backoffMs(0, random)
      : Math.min(longestRefusedPauseMs, refusedPauseMs * 2 ** refusals) * (0.5 + random.fraction());
    if (!another) refusals += 1;
    failures += 1;
    log.error(
      { code: "HUB_REFUSED", url, reason, waitMs },
      another
        ? "the hub refuses the newest secret; the former one is tried"
        : "the hub refuses this device (removed or enrolled anew); recording goes on, enrol it again to send",
    );
    cancelTimer = clock.after(waitMs, attempt);
  }

  async function lookAround(): Promise<void> {
    const found = (await deps.findHub?.().catch(() => [])) ?? [];
    const news = found.filter((url) => URL.canParse(url) && !urls.includes(url));
    if (news.length === 0 || stopped) return;
    log.info({ found: news }, "the hub may have moved");
    urls = withFound(urls, deps.urls, news);
  }

  return {
    start: attempt,
    isUp: () => up,
    publish({ topic, payload, qos }) {
      if (!up) return;
      current?.client?.publish(topic, payload, { qos, retain: false }, (error) => {
        if (error) log.debug({ topic, error: error.message }, "not published");
      });
    },
    proved() {
      failures = 0;
    },
    replace(reason) {
      if (current !== undefined) drop(current, reason);
    },
    stop(lastWords) {
      stopped = true;
      cancelTimer();
      current?.giveUp.abort();
      const own = current?.client;
      if (own === undefined) return Promise.resolve();
      return new Promise((resolve) => {
        const cancel = clock.after(lastWordsWithinMs, () => finish(true));
        let ended = false;
        const finish = (force: boolean) => {
          if (ended && !force) return;
          ended = true;
          // An orderly DISCONNECT keeps the broker from sending the last will.
          own.end(force, {}, () => {
            cancel();
            resolve();
          });
        };
        if (!up) finish(true);
        else own.publish(lastWords.topic, lastWords.payload, { qos: lastWords.qos }, () => finish(false));
      });
    },
  };
}
