// Owns the live channel's life: connect, snapshot, deltas, and reconnecting with backoff.
import type { LiveEvent } from "../../api/live.ts";
import { makeEventReader } from "./eventStream.ts";

export type LiveState = "connecting" | "live" | "reconnecting";

export type LiveChannelParts = {
  readonly path: string;
  readonly fetch: typeof fetch;
  readonly random: () => number;
  readonly onEvent: (event: LiveEvent) => void;
  readonly onState: (state: LiveState) => void;
  /** The hub says nobody is signed in; the channel stops. */
  readonly onSignedOut: () => void;
};

const firstDelayMs = 1_000;
const longestDelayMs = 20_000;
/** The hub sends a comment every 15–25 s; a connection that is silent for this long is dead. */
const silenceMs = 70_000;

/** Runs until the returned function is called. */
export function openLiveChannel(parts: LiveChannelParts): () => void {
  let stopped = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let abort = new AbortController();

  const again = () => {
    if (stopped) return;
    parts.onState("reconnecting");
    const full = Math.min(longestDelayMs, firstDelayMs * 2 ** failures);
    failures += 1;
    // Half of it random, so that every open dashboard does not come back in the same second.
    timer = setTimeout(connect, full / 2 + (parts.random() * full) / 2);
  };

  const connect = async () => {
    abort = new AbortController();
    const { signal } = abort;
    let watch = watchSilence(abort);
    try {
      const response = await parts.fetch(parts.path, {
        headers: { accept: "text/event-stream" },
        credentials: "same-origin",
        cache: "no-store",
        signal,
      });
      if (response.status === 401) {
        stopped = true;
        parts.onSignedOut();
        return;
      }
      if (!response.ok || response.body === null) return again();
      const read = makeEventReader((data) => {
        failures = 0;
        parts.onState("live");
        // The hub builds events by the contract's schema; see callApi for why replies are trusted.
        parts.onEvent(JSON.parse(data) as LiveEvent);
      });
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return again();
        clearTimeout(watch);
        watch = watchSilence(abort);
        read(value);
      }
    } catch {
      // Network errors and aborts alike: the backoff decides, and the state on screen tells.
      again();
    } finally {
      clearTimeout(watch);
      abort.abort();
    }
  };

  const online = () => {
    clearTimeout(timer);
    if (failures > 0 && !stopped) {
      failures = 0;
      void connect();
    }
  };
  globalThis.addEventListener?.("online", online);
  parts.onState("connecting");
  void connect();
  return () => {
    stopped = true;
    globalThis.removeEventListener?.("online", online);
    clearTimeout(timer);
    abort.abort();
  };
}

const watchSilence = (abort: AbortController) => setTimeout(() => abort.abort(), silenceMs);
