// Owns the MQTT connection: one client a try, backoff between tries, and a deadline after which a try is given up.
import { connect as connectTcp } from "node:net";
import { MqttClient } from "mqtt";
import type { Log } from "../../runtime/log.ts";
import type { Cancel, Clock } from "../time/clock.ts";
import type { Random } from "../time/random.ts";
import { backoffMs } from "./backoff.ts";

export type ConnectionDeps = {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** e.g. "mqtt://192.168.1.10:1883". */
  readonly url: string;
  readonly clientId: string;
  readonly password: string;
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
/** A hub that does not know this device any more is asked seldom; enrolling again needs a person anyway. */
const refusedPauseMs = 5 * 60_000;
/** Noticing a cut cable takes one and a half times this; each ping costs four bytes. */
const keepaliveSeconds = 30;

/** CONNACK 4 and 5: bad user name or password, not authorised. */
const isRefusal = (error: Error) => {
  const { code } = error as { code?: unknown };
  return code === 4 || code === 5;
};

/** Made here and not by the library's `connect`, which loads TLS, WebSocket and proxy code worth 18 MB of memory. */
function openStream(url: string) {
  const { hostname, port } = new URL(url);
  return connectTcp({ host: hostname.replace(/^\[|\]$/g, ""), port: Number(port || 1883), noDelay: true });
}

export function makeConnection(deps: ConnectionDeps): Connection {
  const { clock, random, log } = deps;
  let client: MqttClient | undefined;
  let up = false;
  let stopped = false;
  let failures = 0;
  let cancelTimer: Cancel = () => {};

  function attempt(): void {
    const will = deps.will();
    const own = new MqttClient(() => openStream(deps.url), {
      protocolVersion: 4,
      clean: true,
      clientId: deps.clientId,
      username: deps.clientId,
      password: deps.password,
      keepalive: keepaliveSeconds,
      protocolId: "MQTT",
      // One client lives for one connection: what mqtt.js keeps in memory across reconnects can be out of order.
      reconnectPeriod: 0,
      resubscribe: false,
      queueQoSZero: false,
      connectTimeout: connectWithinMs,
      will: { topic: will.topic, payload: Buffer.from(will.payload), qos: 1, retain: false },
    });
    client = own;
    cancelTimer = clock.after(connectWithinMs, () => drop(own, `no connection within ${connectWithinMs} ms`));
    own.on("connect", () => subscribe(own));
    own.on("message", (topic, payload) => {
      if (client === own) deps.onMessage(topic, payload);
    });
    own.on("error", (error) => {
      if (isRefusal(error)) drop(own, error.message, refusedPauseMs);
      else drop(own, error.message || String((error as { code?: unknown }).code));
    });
    own.on("close", () => drop(own, "closed"));
  }

  function subscribe(own: MqttClient): void {
    const wanted = Object.fromEntries(deps.subscriptions().map(({ topic, qos }) => [topic, { qos }]));
    own.subscribe(wanted, (error, granted) => {
      if (client !== own) return;
      if (error) {
        drop(own, `subscribe: ${error.message}`);
        return;
      }
      const refused = granted?.filter(({ qos }) => qos === 128).map(({ topic }) => topic) ?? [];
      if (refused.length > 0)
        log.warn({ code: "SUBSCRIPTION_REFUSED", topics: refused }, "hub refused topics");
      cancelTimer();
      up = true;
      log.info({ url: deps.url }, "connected to the hub");
      deps.onUp();
    });
  }

  function drop(own: MqttClient, reason: string, pauseMs?: number): void {
    if (client !== own) return;
    client = undefined;
    cancelTimer();
    own.end(true);
    const wasUp = up;
    up = false;
    if (wasUp) deps.onDown();
    if (stopped) return;
    const wait = pauseMs === undefined ? backoffMs(failures, random) : pauseMs * (0.5 + random.fraction());
    failures += 1;
    if (pauseMs === undefined)
      log.info({ code: "HUB_UNREACHED", url: deps.url, reason, waitMs: wait }, "no hub; recording goes on");
    else
      log.error(
        { code: "HUB_REFUSED", url: deps.url, reason, waitMs: wait },
        "the hub refuses this device (removed or enrolled anew); recording goes on, enrol it again to send",
      );
    cancelTimer = clock.after(wait, attempt);
  }

  return {
    start: attempt,
    isUp: () => up,
    publish({ topic, payload, qos }) {
      if (!up) return;
      client?.publish(topic, payload, { qos, retain: false }, (error) => {
        if (error) log.debug({ topic, error: error.message }, "not published");
      });
    },
    proved() {
      failures = 0;
    },
    replace(reason) {
      if (client !== undefined) drop(client, reason);
    },
    stop(lastWords) {
      stopped = true;
      cancelTimer();
      const own = client;
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
