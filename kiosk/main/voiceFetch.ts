// Owns fetching the school's own voices through the agent: one file at a time, again later when it cannot be had.
import type { ServerMessage } from "../../protocol/link.ts";
import type { HubFile, NamedFile } from "../../protocol/voices.ts";
import type { VoiceFiles } from "./voiceFiles.ts";

export type VoiceFetch = {
  /** What the content document names. Undefined: there is no document, and what is here stays. */
  follow(wanted: NamedFile | null | undefined): void;
  /** Whether the hub is reached through the agent. */
  reach(online: boolean): void;
  hear(message: Extract<ServerMessage, { type: "filePart" | "fileMissing" }>): void;
  /** Something that was here is gone. */
  again(): void;
  stop(): void;
};

export type VoiceFetchDependencies = {
  readonly files: VoiceFiles;
  /** False when there is no connection. */
  readonly ask: (file: HubFile) => boolean;
  readonly after: (ms: number, run: () => void) => () => void;
  /** Other sentences can be spoken now. */
  readonly onChanged: () => void;
  readonly onDiskRefused: (error: unknown) => void;
  readonly onProblem: (detail: string) => void;
};

/** An agent that was asked and says nothing, ms. */
const answerWithinMs = 60_000;
const firstWaitMs = 15_000;
const longestWaitMs = 10 * 60_000;
/** So many failures in a row are the hub's or the network's, not the files'. */
const mostFailures = 3;
/** The page is told of new recordings in heaps: every time it is told of all. */
const toldTogether = 25;

export function openVoiceFetch(dependencies: VoiceFetchDependencies): VoiceFetch {
  const { files, after } = dependencies;
  let wanted: NamedFile | null = null;
  let followed = false;
  let online = false;
  let asked: { readonly file: HubFile; readonly parts: Buffer[]; cancel: () => void } | null = null;
  let cancelWait: (() => void) | null = null;
  let waitMs = firstWaitMs;
  let failures = 0;
  let untold = 0;
  /** Could not be had in this round. */
  const skipped = new Set<string>();

  const tell = () => {
    untold = 0;
    dependencies.onChanged();
  };
  const forgetAsked = () => {
    asked?.cancel();
    asked = null;
  };
  const startAnew = () => {
    cancelWait?.();
    cancelWait = null;
    waitMs = firstWaitMs;
    failures = 0;
    skipped.clear();
  };
  const next = () => {
    if (asked !== null || cancelWait !== null || !online) return;
    const file = failures >= mostFailures ? undefined : files.missing(wanted, skipped);
    if (file === undefined) {
      if (untold > 0) tell();
      if (skipped.size > 0) waitForNextRound();
      return;
    }
    if (!dependencies.ask(file)) return;
    asked = { file, parts: [], cancel: after(answerWithinMs, () => failed("the agent did not answer")) };
  };
  const waitForNextRound = () => {
    cancelWait = after(waitMs, () => {
      cancelWait = null;
      failures = 0;
      skipped.clear();
      next();
    });
    waitMs = Math.min(longestWaitMs, waitMs * 2);
  };
  const failed = (detail: string) => {
    if (asked === null) return;
    const { kind, sha256 } = asked.file;
    forgetAsked();
    failures += 1;
    skipped.add(sha256);
    dependencies.onProblem(`${kind} ${sha256} was not fetched: ${detail}`);
    next();
  };
  const whole = (file: HubFile, bytes: Buffer) => {
    try {
      if (!files.keep(file, bytes)) return failed("other bytes than its name says");
    } catch (error) {
      dependencies.onDiskRefused(error);
      return failed(String(error));
    }
    forgetAsked();
    failures = 0;
    untold += 1;
    if (file.kind === "voiceList" || untold >= toldTogether) tell();
    next();
  };

  return {
    follow(named) {
      if (named === undefined || (followed && named?.sha256 === wanted?.sha256)) return;
      followed = true;
      wanted = named;
      // What was asked for may be of an older list.
      forgetAsked();
      startAnew();
      if (wanted === null) {
        try {
          files.clear();
        } catch (error) {
          dependencies.onDiskRefused(error);
        }
        tell();
      }
      next();
    },
    reach(reached) {
      if (reached === online) return;
      online = reached;
      if (!online) return forgetAsked();
      startAnew();
      next();
    },
    hear(message) {
      if (asked === null || message.sha256 !== asked.file.sha256) return;
      if (message.type === "fileMissing") return failed(message.detail);
      if (message.part !== asked.parts.length) return failed("a part came out of its order");
      asked.parts.push(Buffer.from(message.data, "base64"));
      if (asked.parts.length === message.parts) whole(asked.file, Buffer.concat(asked.parts));
    },
    again() {
      tell();
      next();
    },
    stop() {
      forgetAsked();
      startAnew();
    },
  };
}
