// Owns the desired documents on this device: a disk cache, so that a room runs for weeks without its hub (ADR 0002, 0005).
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { DeviceId } from "../../protocol/ids.ts";
import { type Desired, type DocumentName, desired, documentNames } from "../../protocol/messages/desired.ts";
import type { HeldVersions } from "../../protocol/messages/deviceState.ts";
import { failure, ok, type Result } from "../../protocol/result.ts";
import { describeIssues } from "../../protocol/versioned.ts";
import { writeFileSafely } from "../../runtime/writeFileSafely.ts";

type DocumentOf<Name extends DocumentName> = Extract<Desired, { doc: Name }>;

export type Documents = {
  readonly get: <Name extends DocumentName>(name: Name) => DocumentOf<Name> | undefined;
  readonly held: () => HeldVersions;
  /**
   * Those of another version than what a kiosk holds. A kiosk takes them from here alone: a higher version there
   * comes from before this device was enrolled anew, and must give way to the lower one.
   */
  readonly otherThan: (have: HeldVersions) => readonly Desired[];
  /**
   * Takes a document if it is newer: on the disk, then in use.
   * `UNSAVED`: in use, but not on the disk, so that the hub will send it again after a restart.
   */
  readonly accept: (document: Desired) => Result<"taken" | "known", "OTHER_DEVICE" | "UNSAVED">;
  /** From here on each document is taken once more in the very version that is held: somebody doubts the copies here. */
  readonly takeAnew: () => void;
};

export type DocumentsDeps = {
  /** Made when missing. */
  readonly folder: string;
  readonly deviceId: DeviceId;
  /** Hears of a cache file that could not be read; the document counts as not held. */
  readonly damaged: (name: DocumentName, detail: string) => void;
};

export function openDocuments({ folder, deviceId, damaged }: DocumentsDeps): Documents {
  mkdirSync(folder, { recursive: true });
  const fileOf = (name: DocumentName) => join(folder, `${name}.json`);
  const held = new Map<DocumentName, Desired>();
  const anew = new Set<DocumentName>();
  const isOurs = (document: Desired) => document.doc !== "config" || document.body.deviceId === deviceId;

  const config = readDocument(fileOf("config"), "config");
  // Enrolled anew: the plan beside another device's config is another room's, perhaps another school's, and its
  // high version would keep out the new one, which counts from 1. The config goes last: it is what tells.
  if (config.ok && !isOurs(config.value))
    for (const name of ["plan", "content", "config"] as const) rmSync(fileOf(name), { force: true });

  for (const name of documentNames) {
    const read = readDocument(fileOf(name), name);
    if (read.ok) held.set(name, read.value);
    else if (!read.ok && read.code === "DAMAGED") damaged(name, read.detail);
  }

  const versionOf = (name: DocumentName) => held.get(name)?.version ?? 0;
  return {
    // The map's key is the document's own `doc`: `accept` and the loop above are its only writers.
    get: <Name extends DocumentName>(name: Name) => held.get(name) as DocumentOf<Name> | undefined,
    held: () => ({ plan: versionOf("plan"), config: versionOf("config"), content: versionOf("content") }),
    otherThan: (have) => [...held.values()].filter(({ doc, version }) => version !== have[doc]),
    accept(document) {
      if (!isOurs(document)) return failure("OTHER_DEVICE", "cấu hình của máy khác");
      const heldVersion = versionOf(document.doc);
      const again = document.version === heldVersion && anew.has(document.doc);
      if (document.version <= heldVersion && !again) return ok("known");
      anew.delete(document.doc);
      held.set(document.doc, document);
      try {
        writeFileSafely(fileOf(document.doc), JSON.stringify(document));
      } catch (error) {
        return failure("UNSAVED", String(error));
      }
      return ok("taken");
    },
    takeAnew() {
      for (const name of documentNames) anew.add(name);
    },
  };
}

function readDocument(file: string, name: DocumentName): Result<Desired, "MISSING" | "DAMAGED"> {
  try {
    const parsed = desired.safeParse(JSON.parse(readFileSync(file, "utf8")));
    if (!parsed.success) return failure("DAMAGED", describeIssues(parsed.error));
    return parsed.data.doc === name ? ok(parsed.data) : failure("DAMAGED", `holds ${parsed.data.doc}`);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT"
      ? failure("MISSING", file)
      : failure("DAMAGED", String(error));
  }
}
