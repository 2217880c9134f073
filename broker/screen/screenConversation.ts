// Owns what hub and web screen say to each other on one socket: the hub plays the agent's part (ADR 0010).
import { setImmediate as afterThisTurn } from "node:timers/promises";
import type { WebSocket } from "ws";
import { bootId, type StaffId } from "../../protocol/ids.ts";
import {
  type KioskMessage,
  type KioskRecord,
  kioskMessage,
  type ServerMessage,
} from "../../protocol/link.ts";
import type { Desired } from "../../protocol/messages/desired.ts";
import { describeIssues } from "../../protocol/versioned.ts";
import type { Log } from "../../runtime/log.ts";
import type { Device, ScreenConnection, Screens } from "../hubServices.ts";
import { makeIntake } from "./intake.ts";
import type { ScreenPins } from "./screenPins.ts";

export type ConversationDependencies = {
  readonly device: Device;
  readonly socket: WebSocket;
  readonly screens: Screens;
  readonly pins: ScreenPins;
  readonly log: Log;
};

export type Conversation = {
  /** One frame's text; undefined for a binary frame. */
  hear(text: string | undefined): void;
  /** `clean`: the page was left, not lost. */
  ended(clean: boolean): void;
};

/** RFC 6455, 7.4.1, and our own range. */
const closeCodes = { notUnderstood: 1007, policy: 1008, stopping: 1012, revoked: 4001, replaced: 4002 };

/** After a right PIN, and again after each order: a panel that nobody closed ends all the same. ms */
const panelOpenMs = 10 * 60_000;

export function converse({ device, socket, screens, pins, log }: ConversationDependencies): Conversation {
  let connection: ScreenConnection | undefined;
  let waiting: { readonly records: KioskRecord[]; readonly kept: Promise<void> } | undefined;
  let leader: { readonly staffId: StaffId; until: number } | undefined;
  const mono = () => performance.now();
  const intake = makeIntake({ socket, pressure: screens.pressure });

  const say = (message: ServerMessage) => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
  };

  function greet(hello: Extract<KioskMessage, { type: "hello" }>): void {
    // Documents may follow within `open`; the screen expects the welcome before them.
    const early: ServerMessage[] = [];
    let welcomed = false;
    const send = (message: ServerMessage) => (welcomed ? say(message) : early.push(message));
    connection = screens.open(device, hello, {
      document: (document) => send({ type: "document", document: withoutSecrets(document) }),
      deviceCommand: (command) => send({ type: "deviceCommand", command }),
      roomCommand: (command) => send({ type: "roomCommand", command }),
      close: (reason) => socket.close(closeCodes[reason], reason),
    });
    say({
      type: "welcome",
      deviceId: device.id,
      boot: bootId.parse(connection.boot),
      // The browser's own clock is measured against `hubTime` by the screen itself; the hub's is the reference.
      clock: { offsetMs: null, trusted: true },
      hubOnline: true,
    });
    welcomed = true;
    for (const message of early) say(message);
  }

  /** Records of one turn are stored together: a screen that was away sends all it kept at once. */
  function keep(record: KioskRecord, link: ScreenConnection): Promise<void> {
    waiting ??= { records: [], kept: storeAfterThisTurn(link) };
    waiting.records.push(record);
    return waiting.kept;
  }

  async function storeAfterThisTurn(link: ScreenConnection): Promise<void> {
    await afterThisTurn();
    const batch = waiting?.records ?? [];
    waiting = undefined;
    try {
      say({ type: "stored", ids: await link.records(batch) });
    } catch (error) {
      // Nothing is said to the screen: it keeps the records and sends them again.
      log.error({ device: device.id, err: error }, "records of a screen were not stored");
    }
  }

  /** The work that a message makes, when it is not over at once. It reports its own failure. */
  function hear(message: KioskMessage): Promise<void> | undefined {
    if (message.type === "hello") {
      if (connection === undefined) greet(message);
      return undefined;
    }
    if (connection === undefined) {
      socket.close(closeCodes.policy, "hello first");
      return undefined;
    }
    switch (message.type) {
      case "record":
        return keep(message.record, connection);
      case "live":
        connection.live(message.live);
        return undefined;
      case "commandResult":
        return connection.commandResult(message).catch((error: unknown) => {
          log.error({ device: device.id, err: error }, "command result of a screen was not stored");
        });
      case "ask": {
        // Whoever opened the panel on this very connection, whatever the page says.
        if (leader === undefined || mono() > leader.until) return undefined;
        leader.until = mono() + panelOpenMs;
        return connection.ask({ ...message.ask, staffId: leader.staffId });
      }
      case "file":
        // Of agents' kiosks only: a page is asked for none.
        return undefined;
      case "panelClosed":
        leader = undefined;
        return undefined;
      case "fetch":
        say({ type: "fileMissing", sha256: message.file.sha256, detail: "a page fetches it over HTTP" });
        return undefined;
      case "checkPin":
        return pins
          .check(device.id, message.pin)
          .then((result) => {
            // Whoever was right before does not stand there any more.
            leader =
              result.outcome === "right"
                ? { staffId: result.staffId, until: mono() + panelOpenMs }
                : undefined;
            say({ type: "pin", request: message.request, result });
          })
          .catch((error: unknown) => log.error({ device: device.id, err: error }, "PIN check failed"));
    }
  }

  return {
    hear(text) {
      const message = read(text);
      if (message.ok) {
        const work = hear(message.value);
        if (work !== undefined) intake.hold(text?.length ?? 0, work);
        return;
      }
      log.warn({ device: device.id, detail: message.detail }, "a screen sent what is no message");
      socket.close(closeCodes.notUnderstood, "not a message");
    },
    ended: (clean) => connection?.closed(clean),
  };
}

type Read = { ok: true; value: KioskMessage } | { ok: false; detail: string };

function read(text: string | undefined): Read {
  if (text === undefined) return { ok: false, detail: "binary frame" };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { ok: false, detail: String(error) };
  }
  const parsed = kioskMessage.safeParse(json);
  return parsed.success
    ? { ok: true, value: parsed.data }
    : { ok: false, detail: describeIssues(parsed.error) };
}

/** Verifiers never reach a renderer; the hub checks PINs for it. */
function withoutSecrets(document: Desired): Desired {
  return document.doc === "config" ? { ...document, body: { ...document.body, pins: [] } } : document;
}
