import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { LiveEvent } from "../../api/live.ts";
import { type LiveState, openLiveChannel } from "./liveChannel.ts";

type Connection = { readonly send: (text: string) => void; readonly end: () => void };

let connections: Connection[];
let events: LiveEvent[];
let states: LiveState[];
let status: number;
let signedOut: number;
let close: () => void;

function fakeFetch(_path: unknown, init?: RequestInit): Promise<Response> {
  if (status === 0) return Promise.reject(new TypeError("Failed to fetch"));
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      init?.signal?.addEventListener("abort", () => {
        try {
          controller.error(new DOMException("aborted", "AbortError"));
        } catch (error) {
          // A stream that ended by itself cannot fail any more.
          if (!(error instanceof TypeError)) throw error;
        }
      });
      connections.push({
        send: (text) => controller.enqueue(encoder.encode(text)),
        end: () => controller.close(),
      });
    },
  });
  return Promise.resolve(new Response(status === 200 ? body : null, { status }));
}

const settle = () => vi.advanceTimersByTimeAsync(0);
const changed = 'data: {"type":"changed","what":"devices","id":null}\n\n';

beforeEach(() => {
  vi.useFakeTimers();
  connections = [];
  events = [];
  states = [];
  status = 200;
  signedOut = 0;
  close = () => undefined;
});
afterEach(() => {
  close();
  vi.useRealTimers();
});

async function open(): Promise<void> {
  close = openLiveChannel({
    path: "/api/live",
    fetch: fakeFetch,
    random: () => 1,
    onEvent: (event) => events.push(event),
    onState: (state) => states.at(-1) === state || states.push(state),
    onSignedOut: () => {
      signedOut += 1;
    },
  });
  await settle();
}

test("the first event makes the channel live", async () => {
  await open();
  expect(states).toEqual(["connecting"]);
  connections[0]?.send(changed);
  await settle();
  expect(states).toEqual(["connecting", "live"]);
  expect(events).toEqual([{ type: "changed", what: "devices", id: null }]);
});

test("a connection that ends comes back, later and later while the hub is away", async () => {
  await open();
  connections[0]?.send(changed);
  await settle();
  status = 0;
  connections[0]?.end();
  await settle();
  expect(states.at(-1)).toBe("reconnecting");
  await vi.advanceTimersByTimeAsync(1_000);
  status = 200;
  await vi.advanceTimersByTimeAsync(1_999);
  expect(connections).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(connections).toHaveLength(2);
  connections[1]?.send(changed);
  await settle();
  expect(states.at(-1)).toBe("live");
});

test("heartbeats keep a quiet connection; without them it counts as dead", async () => {
  await open();
  connections[0]?.send(changed);
  await vi.advanceTimersByTimeAsync(60_000);
  connections[0]?.send(": beat\n\n");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(states.at(-1)).toBe("live");
  await vi.advanceTimersByTimeAsync(10_000);
  expect(states.at(-1)).toBe("reconnecting");
});

test("a session that ended stops the channel and says so", async () => {
  status = 401;
  await open();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(signedOut).toBe(1);
  expect(connections).toHaveLength(1);
});

test("after closing nothing is tried again", async () => {
  await open();
  close();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(connections).toHaveLength(1);
});
