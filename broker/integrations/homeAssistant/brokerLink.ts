// Owns one connection to the broker of Home Assistant: made, kept and ended here; what travels over it is for others to say.
import type { IClientOptions, MqttClient } from "mqtt";

export type BrokerAddress = { readonly url: string; readonly username: string; readonly password: string };

export type BrokerLinkDeps = {
  readonly address: BrokerAddress;
  readonly clientId: string;
  readonly will: { readonly topic: string; readonly payload: string };
  readonly subscriptions: readonly string[];
  /** Connected and subscribed; also after each loss. */
  readonly onUp: () => void;
  /** Lost, or a try failed; in the broker's own words. */
  readonly onDown: (detail: string) => void;
  /** `kept`: the broker had it before, for whoever subscribes. */
  readonly onMessage: (topic: string, payload: string, kept: boolean) => void;
};

export type BrokerLink = {
  /** Retained. False: the link is down, or it carries more than the other end takes in; `onUp` or `drained` comes later. */
  publish(topic: string, payload: string): Promise<boolean>;
  end(): Promise<void>;
};

const reconnectEveryMs = 10_000;
const connectWithinMs = 10_000;

export async function openBrokerLink(deps: BrokerLinkDeps): Promise<BrokerLink> {
  const client = await makeClient(deps.address, {
    clientId: deps.clientId,
    reconnectPeriod: reconnectEveryMs,
    // The hub tells everything anew after a loss; what waited for the old connection would only undo newer states.
    queueQoSZero: false,
    will: { ...deps.will, payload: Buffer.from(deps.will.payload), retain: true, qos: 1 },
  });
  client.on("connect", () => {
    client
      .subscribeAsync([...deps.subscriptions], { qos: 1 })
      .then(deps.onUp, (error: unknown) => deps.onDown(String(error)));
  });
  client.on("error", (error) => deps.onDown(wordsOf(error)));
  client.on("close", () => deps.onDown(""));
  client.on("message", (topic, payload, { retain }) => deps.onMessage(topic, payload.toString(), retain));
  return {
    async publish(topic, payload) {
      if (!client.connected) return false;
      try {
        await client.publishAsync(topic, payload, { qos: 1, retain: true });
        return true;
      } catch {
        // The connection ended in between; all is told again when it is up.
        return false;
      }
    },
    async end() {
      await client.endAsync(!client.connected);
    },
  };
}

/** Tries an address once. Empty: it connected; otherwise the broker's own words. */
export async function tryBroker(address: BrokerAddress, clientId: string): Promise<string> {
  const client = await makeClient(address, { clientId, reconnectPeriod: 0 });
  const outcome = await new Promise<string>((resolve) => {
    client.once("connect", () => resolve(""));
    client.once("error", (error) => resolve(wordsOf(error)));
    client.once("close", () => resolve("connection closed"));
  });
  await client.endAsync(true);
  return outcome;
}

/** The library is loaded by schools that use it. */
async function makeClient(
  { url, username, password }: BrokerAddress,
  options: IClientOptions,
): Promise<MqttClient> {
  const { connect } = await import("mqtt");
  return connect(url, {
    protocolVersion: 4,
    clean: true,
    connectTimeout: connectWithinMs,
    reconnectOnConnackError: true,
    ...(username === "" ? {} : { username, password }),
    ...options,
  });
}

const wordsOf = (error: Error & { code?: unknown }) => error.message || String(error.code ?? error);
