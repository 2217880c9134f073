// Owns the StationLink of a web screen: the hub over one WebSocket, with the browser's own storage in place of a disk.

import { z } from "zod";
import { readCatalogue as readCatalogueFrom } from "../../protocol/catalogue.ts";
import type { GameId } from "../../protocol/game.ts";
import type { CommandId, RecordId, StaffId } from "../../protocol/ids.ts";
import {
  type KioskMessage,
  type KioskRecord,
  kioskRecord,
  type PinResult,
  serverMessage,
} from "../../protocol/link.ts";
import { type Desired, type DocumentName, desired, documentNames } from "../../protocol/messages/desired.ts";
import type { Fault } from "../../protocol/records/fault.ts";
import { describeIssues } from "../../protocol/versioned.ts";
import { hubFilePath, sha256, type VoiceList, voiceList } from "../../protocol/voices.ts";
import { noVoices, ownVoicesOf } from "./ownVoices.ts";
import { type RefusedDocument, refusedDocument } from "./refusedDocument.ts";
import { isStandingOrder, nothingStands, obeyStanding, type Standing } from "./standing.ts";
import { readStanding } from "./standingText.ts";
import type { StationEvent, StationLink, StationStatus } from "./stationLink.ts";

/** The half of a WebSocket that is needed. */
export type LinkSocket = {
  send(text: string): void;
  close(): void;
  onopen: (() => void) | null;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onclose: (() => void) | null;
};
export type LinkStorage = Pick<Storage, "getItem" | "setItem" | "removeItem" | "length" | "key">;

export type WebLinkDependencies = {
  readonly openSocket: () => LinkSocket;
  readonly storage: LinkStorage;
  readonly fetchCatalogue: () => Promise<unknown>;
  /** JSON at this path of the hub, kept by the browser: what is there never changes. */
  readonly fetchLasting: (path: string) => Promise<unknown>;
  readonly now: () => number;
  readonly random: () => number;
  /** A fresh UUID. */
  readonly newId: () => string;
  /** What the browser may still keep, bytes; null when it does not tell. */
  readonly freeBytes: () => Promise<number | null>;
  readonly after: (ms: number, run: () => void) => void;
  readonly builtAt: number;
  readonly version: string;
  readonly shell: string;
  readonly reload: () => void;
  readonly onProblem: (detail: string) => void;
};

const prefix = "kidsmart.";
const recordPrefix = `${prefix}record.`;
const lessonKey = `${prefix}lesson`;
const standingKey = `${prefix}standing`;
const voicesKey = `${prefix}voices`;
const documentKey = (name: DocumentName) => `${prefix}document.${name}`;
const firstWaitMs = 500;
const longestWaitMs = 15_000;
const pinWithinMs = 8_000;
const openedButNotKept =
  "Đã mở khóa, nhưng trình duyệt không còn chỗ lưu nên màn hình có thể khóa lại khi mở lại trang.";

export function webLink(dependencies: WebLinkDependencies): StationLink {
  const { storage } = dependencies;
  let emit: (event: StationEvent) => void = () => undefined;
  let socket: LinkSocket | null = null;
  let online = false;
  let waitMs = firstWaitMs;
  let lastLive: KioskMessage | null = null;
  let request = 0;
  /** Whose PIN the hub found right; the hub itself holds every ask against its own memory of that. */
  let leader: StaffId | null = null;
  const refused = new Set<string>();
  const damageTold = new Set<string>();
  /** SHA-256 of the list of voices that is shown. */
  let voicesShown: string | null = null;
  const pins = new Map<number, (result: PinResult) => void>();
  const documents = readDocuments(storage, dependencies.onProblem);
  let status: StationStatus = {
    plan: null,
    config: null,
    catalogue: null,
    damagedGames: [],
    clock: { offsetMs: null, trusted: false, judged: false },
    serverOnline: false,
    hubOnline: false,
    standing: readStanding(storage.getItem(standingKey), dependencies.onProblem),
    about: { version: dependencies.version, shell: dependencies.shell },
  };
  const change = (part: Partial<StationStatus>) => {
    status = { ...status, ...part };
    emit({ type: "status", status });
  };
  const stand = (standing: Standing) => {
    // Throws when the storage is full: then nothing has changed.
    storage.setItem(standingKey, JSON.stringify(standing));
    change({ standing });
  };
  const standingNow = () => status.standing ?? nothingStands;
  /** Opens first: a full storage must not keep children out. False when it was not kept for the next page. */
  const openLock = (): boolean => {
    const standing = { ...standingNow(), lock: null };
    change({ standing });
    try {
      storage.setItem(standingKey, JSON.stringify(standing));
      return true;
    } catch (error) {
      dependencies.onProblem(`opened, but the storage did not keep it: ${String(error)}`);
      return false;
    }
  };
  const showDocuments = () => {
    const plan = documents.get("plan");
    const config = documents.get("config");
    if (plan?.doc === "plan") change({ plan: plan.body, planRefused: false });
    if (config?.doc === "config") {
      const { pins: _notHere, ...rest } = config.body;
      change({ config: rest });
    }
  };
  const judgeAlone = () => {
    if (!status.clock.judged)
      change({
        clock: { offsetMs: null, trusted: dependencies.now() >= dependencies.builtAt, judged: true },
      });
  };
  const send = (message: KioskMessage) => {
    if (online) socket?.send(JSON.stringify(message));
  };

  const open = () => {
    const opening = dependencies.openSocket();
    socket = opening;
    opening.onopen = () => {
      online = true;
      waitMs = firstWaitMs;
      const version = (name: DocumentName) => documents.get(name)?.version ?? 0;
      send({
        type: "hello",
        kiosk: `${dependencies.version} (${dependencies.shell})`,
        have: { plan: version("plan"), config: version("config"), content: version("content") },
      });
      change({ serverOnline: true });
    };
    opening.onmessage = ({ data }) => receive(data);
    opening.onclose = () => {
      online = false;
      socket = null;
      judgeAlone();
      change({ serverOnline: false, hubOnline: false });
      dependencies.after(waitMs * (0.5 + dependencies.random() / 2), open);
      waitMs = Math.min(longestWaitMs, waitMs * 2);
    };
  };

  const receive = (data: unknown) => {
    let json: unknown;
    try {
      json = JSON.parse(String(data));
    } catch (error) {
      dependencies.onProblem(`not JSON from the hub: ${String(error)}`);
      return;
    }
    const parsed = serverMessage.safeParse(json);
    if (!parsed.success) {
      const issues = describeIssues(parsed.error);
      const found = refusedDocument(json, issues);
      if (found === null) dependencies.onProblem(issues);
      else if (!refused.has(found.key)) tellRefused(found);
      return;
    }
    const message = parsed.data;
    switch (message.type) {
      case "welcome":
        change({ hubOnline: message.hubOnline, clock: { ...message.clock, judged: true } });
        for (const record of spooled(storage, dependencies.onProblem)) send({ type: "record", record });
        if (lastLive !== null) send(lastLive);
        void readVoices();
        return;
      case "document":
        documents.set(message.document.doc, message.document);
        storage.setItem(documentKey(message.document.doc), JSON.stringify(message.document));
        if (message.document.doc === "content") {
          void readCatalogue();
          void readVoices();
        }
        return showDocuments();
      case "stored":
        for (const id of message.ids) storage.removeItem(recordPrefix + id);
        return;
      case "hub":
        return change({ hubOnline: message.online });
      case "clock":
        return change({ clock: { ...message.clock, judged: true } });
      case "roomCommand":
        return emit({ type: "roomCommand", command: message.command });
      case "pin":
        pins.get(message.request)?.(message.result);
        pins.delete(message.request);
        return;
      case "filePart":
      case "fileMissing":
        // Files come over HTTP here; nothing was asked for.
        return;
      case "deviceCommand": {
        const { command } = message;
        const answer = (outcome: "done" | "failed" | "refused", detail: string) =>
          send({ type: "commandResult", commandId: command.id, outcome, detail });
        if (command.name === "unlock") answer("done", openLock() ? "" : openedButNotKept);
        else if (isStandingOrder(command)) {
          const now = Math.round(dependencies.now() + (status.clock.offsetMs ?? 0));
          try {
            stand(obeyStanding(standingNow(), command, now));
            answer("done", "");
          } catch (error) {
            dependencies.onProblem(String(error));
            answer("failed", "Trình duyệt của màn hình không còn chỗ lưu nên chưa có gì thay đổi.");
          }
        } else if (command.name === "identify") {
          emit({ type: "identify", seconds: command.seconds });
          answer("done", "");
        } else if (command.name === "restartKiosk") {
          answer("done", "");
          dependencies.reload();
        } else if (command.name === "checkReadiness") {
          emit({ type: "checkReadiness" });
          answer("done", "");
        } else answer("refused", "Màn hình này là một trang web nên không làm được lệnh này.");
        return;
      }
    }
  };

  const keepRecord = (record: KioskRecord) => {
    // setItem throws when the storage is full: the caller then still has the record.
    storage.setItem(recordPrefix + record.id, JSON.stringify(record));
    send({ type: "record", record });
  };
  const tellFault = (kind: Fault["kind"], detail: string) => {
    dependencies.onProblem(detail);
    try {
      const id = dependencies.newId() as RecordId;
      keepRecord({
        id,
        at: dependencies.now(),
        type: "fault",
        body: { kind, detail: detail.slice(0, 4000) },
      });
    } catch (error) {
      dependencies.onProblem(`a fault record could not be kept: ${String(error)}`);
    }
  };
  const tellRefused = ({ name, key, detail }: RefusedDocument) => {
    refused.add(key);
    if (name === "plan") change({ planRefused: true });
    tellFault("documentRefused", detail);
  };
  /** Once as long as this page lives: the catalogue is read again with every new content. */
  const tellDamaged = (detail: string) => {
    if (damageTold.has(detail)) return;
    damageTold.add(detail);
    tellFault("contentDamaged", detail);
  };

  const readCatalogue = async () => {
    try {
      const { catalogue, troubles } = readCatalogueFrom(await dependencies.fetchCatalogue());
      const damaged = catalogue?.damaged ?? [];
      if (catalogue !== null) change({ catalogue, damagedGames: damaged.map(({ id }) => id) });
      for (const detail of [...troubles, ...damaged.map(({ detail }) => detail)]) tellDamaged(detail);
    } catch (error) {
      // What came but is no JSON is damaged on the hub; anything else is the way there.
      if (error instanceof SyntaxError) tellDamaged(`catalogue.json: ${error.message}`);
      else dependencies.onProblem(`the catalogue was not reached: ${String(error)}`);
    }
  };

  const wantedVoices = () => {
    const content = documents.get("content");
    return content?.doc === "content" ? (content.body.voices ?? null) : null;
  };
  /** What fails is tried again at the next welcome; the voices before it speak on. */
  const readVoices = async () => {
    const name = wantedVoices()?.sha256 ?? null;
    if (name === voicesShown) return;
    try {
      if (name === null) return showVoices(null, noVoices);
      const path = hubFilePath({ kind: "voiceList", sha256: name });
      const list = voiceList.parse(await dependencies.fetchLasting(path));
      if (name !== wantedVoices()?.sha256) return;
      showVoices(name, list);
      storage.setItem(voicesKey, JSON.stringify({ name, list }));
    } catch (error) {
      dependencies.onProblem(`the list of voices was not read or kept: ${String(error)}`);
    }
  };
  const showVoices = (name: string | null, list: VoiceList) => {
    voicesShown = name;
    change({ ownVoices: ownVoicesOf(list, () => true) });
    if (name === null) storage.removeItem(voicesKey);
  };
  /** The very first sentence of a page is the teacher's, too. */
  const showKeptVoices = () => {
    const kept = readKeptVoices(storage, dependencies.onProblem);
    if (kept !== null && kept.name === wantedVoices()?.sha256) showVoices(kept.name, kept.list);
  };

  return {
    begin(onEvent) {
      showDocuments();
      showKeptVoices();
      emit = onEvent;
      open();
      void readCatalogue();
      void readVoices();
      return Promise.resolve({ status, lesson: storage.getItem(lessonKey) });
    },
    record(record) {
      return new Promise((resolve) => {
        keepRecord(record);
        resolve(record.id);
      });
    },
    live(live) {
      lastLive = { type: "live", live };
      send(lastLive);
    },
    checkPin(pin) {
      if (!online) return Promise.reject(new Error("the hub is not reached"));
      request += 1;
      const mine = request;
      return new Promise((resolve, reject) => {
        pins.set(mine, (result) => {
          leader = result.outcome === "right" ? result.staffId : null;
          resolve(result);
        });
        dependencies.after(pinWithinMs, () => {
          if (pins.delete(mine)) reject(new Error("the hub did not answer"));
        });
        send({ type: "checkPin", request: mine, pin });
      });
    },
    saveLesson(text) {
      return new Promise((resolve) => {
        storage.setItem(lessonKey, text);
        resolve();
      });
    },
    ask(order) {
      if (!online || !status.hubOnline || leader === null) return Promise.resolve(false);
      const { trusted, offsetMs } = status.clock;
      const askedAt = trusted ? Math.round(dependencies.now() + (offsetMs ?? 0)) : null;
      const id = dependencies.newId() as CommandId;
      send({ type: "ask", ask: { id, askedAt, staffId: leader, order } });
      return Promise.resolve(true);
    },
    panelClosed() {
      leader = null;
      // The hub remembers by itself whose PIN was right here.
      if (online) send({ type: "panelClosed" });
    },
    unlock() {
      if (leader === null) return Promise.resolve(false);
      openLock();
      return Promise.resolve(true);
    },
    freeDiskBytes: () => dependencies.freeBytes(),
    gameAddress: (game: GameId) => `/games/${game}/index.html`,
    gameFile: (game: GameId, path: string) => `/games/${game}/${path}`,
    ownVoice: (name) => hubFilePath({ kind: "voice", sha256: name }),
    interactive: () => undefined,
  };
}

function readDocuments(
  storage: LinkStorage,
  onProblem: (detail: string) => void,
): Map<DocumentName, Desired> {
  const documents = new Map<DocumentName, Desired>();
  for (const name of documentNames) {
    const text = storage.getItem(documentKey(name));
    if (text === null) continue;
    try {
      const parsed = desired.safeParse(JSON.parse(text));
      if (parsed.success) documents.set(name, parsed.data);
      else onProblem(`${name}: ${describeIssues(parsed.error)}`);
    } catch (error) {
      onProblem(`${name}: ${String(error)}`);
    }
  }
  return documents;
}

const keptVoices = z.object({ name: sha256, list: voiceList });

function readKeptVoices(
  storage: LinkStorage,
  onProblem: (detail: string) => void,
): z.infer<typeof keptVoices> | null {
  try {
    const parsed = keptVoices.nullable().safeParse(JSON.parse(storage.getItem(voicesKey) ?? "null"));
    if (parsed.success) return parsed.data;
    onProblem(`voices: ${describeIssues(parsed.error)}`);
  } catch (error) {
    onProblem(`voices: ${String(error)}`);
  }
  return null;
}

/** UUIDv7 ids sort by the time they were made. */
function spooled(storage: LinkStorage, onProblem: (detail: string) => void): KioskRecord[] {
  const names = Array.from({ length: storage.length }, (_, place) => storage.key(place) ?? "")
    .filter((name) => name.startsWith(recordPrefix))
    .sort();
  return names.flatMap((name) => {
    try {
      const parsed = kioskRecord.safeParse(JSON.parse(storage.getItem(name) ?? "null"));
      if (parsed.success) return [parsed.data];
      onProblem(`${name}: ${describeIssues(parsed.error)}`);
    } catch (error) {
      onProblem(`${name}: ${String(error)}`);
    }
    return [];
  });
}
