// Owns the kiosk's own copies of the desired documents: with them it runs for weeks without agent or hub (ADR 0005).
import { rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type DeviceId, deviceId as deviceIdSchema } from "../../protocol/ids.ts";
import { type Desired, type DocumentName, desired, documentNames } from "../../protocol/messages/desired.ts";
import type { HeldVersions } from "../../protocol/messages/deviceState.ts";
import { describeIssues } from "../../protocol/versioned.ts";
import { readWhole, writeWhole } from "./wholeFile.ts";

type Bodies = { [Document in Desired as Document["doc"]]: Document["body"] };

export type Documents = {
  get<Name extends DocumentName>(name: Name): Bodies[Name] | null;
  have(): HeldVersions;
  /** Takes and keeps a document; false when it is not newer than what is held. Throws when the disk refuses. */
  take(document: Desired): boolean;
  /**
   * Says which device the agent is. Documents that came with another are dropped, from the disk too: after a new
   * enrolment no other school's plan and PINs may serve. True when something was dropped.
   */
  belongTo(device: DeviceId): boolean;
};

const savedDevice = z.object({ deviceId: deviceIdSchema });

export function openDocuments(folder: string, onProblem: (detail: string) => void): Documents {
  const held = new Map<DocumentName, Desired>();
  const fileOf = (name: DocumentName) => join(folder, `${name}.json`);

  for (const name of documentNames) {
    const text = readWhole(fileOf(name));
    if (text === null) continue;
    try {
      const parsed = desired.safeParse(JSON.parse(text));
      if (parsed.success && parsed.data.doc === name) held.set(name, parsed.data);
      // Held as version 0, it is asked for again.
      else onProblem(`${name}: ${parsed.success ? "another document" : describeIssues(parsed.error)}`);
    } catch (error) {
      onProblem(`${name}: ${String(error)}`);
    }
  }

  const deviceFile = join(folder, "device.json");
  let owner = readOwner(deviceFile, onProblem) ?? configOf(held)?.deviceId ?? null;

  return {
    // The map's key is the document's own name, which the compiler cannot follow.
    get: <Name extends DocumentName>(name: Name) => (held.get(name)?.body ?? null) as Bodies[Name] | null,
    have: () => ({
      plan: held.get("plan")?.version ?? 0,
      config: held.get("config")?.version ?? 0,
      content: held.get("content")?.version ?? 0,
    }),
    take(document) {
      const before = held.get(document.doc);
      // The agent decides what is current: a reinstalled hub may count its versions from one again.
      if (before?.version === document.version && JSON.stringify(before) === JSON.stringify(document))
        return false;
      writeWhole(fileOf(document.doc), JSON.stringify(document));
      held.set(document.doc, document);
      return true;
    },
    belongTo(device) {
      if (device === owner) return false;
      const dropped = owner !== null && held.size > 0;
      const other = owner !== null;
      owner = device;
      if (other) held.clear();
      try {
        // Before the new owner is noted: a crash in between drops once more, and never keeps.
        if (other) for (const name of documentNames) rmSync(fileOf(name), { force: true });
        writeWhole(deviceFile, JSON.stringify({ deviceId: device }));
      } catch (error) {
        // The next start then drops what it holds once more and is sent it anew.
        onProblem(`the documents' new device was not noted: ${String(error)}`);
      }
      return dropped;
    },
  };
}

function configOf(held: ReadonlyMap<DocumentName, Desired>) {
  const config = held.get("config");
  return config?.doc === "config" ? config.body : null;
}

function readOwner(file: string, onProblem: (detail: string) => void): DeviceId | null {
  try {
    const text = readWhole(file);
    return text === null ? null : savedDevice.parse(JSON.parse(text)).deviceId;
  } catch (error) {
    onProblem(`the device's id is unreadable: ${String(error)}`);
    return null;
  }
}
