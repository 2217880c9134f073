// Owns the files that devices send for a command: taken only from whom they were asked, kept for some days by their hash.
import { createHash } from "node:crypto";
import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { CommandId, DeviceId } from "../../protocol/ids.ts";
import {
  type DeviceFileKind,
  type DeviceFilePart,
  deviceFilePartBytes,
  largestDeviceFileBytes,
} from "../../protocol/messages/file.ts";
import type { Log } from "../../runtime/log.ts";
import { writeFileSafely } from "../../runtime/writeFileSafely.ts";
import { fileKeptDays } from "../api/commands.ts";
import type { HubEvents } from "../events/hubEvents.ts";
import type { Store } from "../store/store.ts";

export type CommandFilesDeps = {
  readonly store: Store;
  readonly events: HubEvents;
  readonly log: Log;
  readonly clock: { now(): number };
  /** hub/command-files; made when it is needed. */
  readonly folder: string;
  /** A device sent what nobody asked it for. */
  readonly refused: (device: DeviceId, why: string) => void;
};

export type CommandFiles = {
  /** One part; parts of a device are dealt with in their order. */
  accept(device: DeviceId, part: DeviceFilePart): Promise<void>;
  read(id: CommandId): Promise<{ kind: DeviceFileKind; bytes: Buffer } | null>;
  /** Removes what has been kept long enough. */
  sweep(): Promise<void>;
};

/** What brings a file, and which. */
export const fileOfCommand: Readonly<Record<string, DeviceFileKind>> = {
  screenshot: "screenshot",
  collectLogs: "logs",
};
/** After the command's end its file may still be on its way. */
export const fileGraceMs = 60_000;
/** Of devices that are sending at the same time; each holds at most a mebibyte. */
const mostAtOnce = 50;

type Coming = { readonly part: DeviceFilePart; readonly chunks: Buffer[]; readonly since: number };

export function makeCommandFiles(deps: CommandFilesDeps): CommandFiles {
  const { store, events, log, clock, folder, refused } = deps;
  const coming = new Map<DeviceId, Coming>();
  const turns = new Map<DeviceId, Promise<void>>();
  const pathOf = (sha256: string) => join(folder, sha256);

  async function take(device: DeviceId, part: DeviceFilePart): Promise<void> {
    if (part.part === 0) {
      const why = await whyNot(device, part);
      if (why !== null) return refused(device, why);
      for (const [other, { since }] of coming)
        if (clock.now() - since > fileGraceMs || coming.size >= mostAtOnce) coming.delete(other);
      coming.set(device, { part, chunks: [], since: clock.now() });
    }
    const file = coming.get(device);
    const follows =
      file !== undefined &&
      file.part.commandId === part.commandId &&
      file.part.kind === part.kind &&
      file.part.parts === part.parts &&
      file.chunks.length === part.part;
    if (!follows) {
      coming.delete(device);
      return refused(device, "a part that follows no other");
    }
    const bytes = Buffer.from(part.data, "base64");
    const last = part.part === part.parts - 1;
    if (last ? bytes.length > deviceFilePartBytes : bytes.length !== deviceFilePartBytes) {
      coming.delete(device);
      return refused(device, `a part of ${bytes.length} bytes`);
    }
    file.chunks.push(bytes);
    if (!last) return;
    coming.delete(device);
    await keep(device, part, Buffer.concat(file.chunks));
  }

  /** Null when this device was asked for just this file and has not sent it yet. */
  async function whyNot(device: DeviceId, { commandId, kind }: DeviceFilePart): Promise<string | null> {
    const row = await store.query
      .selectFrom("command")
      .selectAll()
      .where("id", "=", commandId)
      .where("deviceId", "=", device)
      .executeTakeFirst();
    if (row === undefined || fileOfCommand[row.name] !== kind) return "nobody asked for it";
    if (row.fileAt !== null) return "it came already";
    if (row.state !== "sent" && row.state !== "done") return `its command is ${row.state}`;
    return clock.now() > row.expiresAt + fileGraceMs ? "it comes too late" : null;
  }

  async function keep(device: DeviceId, { commandId, kind }: DeviceFilePart, bytes: Buffer): Promise<void> {
    if (bytes.length === 0 || bytes.length > largestDeviceFileBytes)
      return refused(device, `a file of ${bytes.length} bytes`);
    // Nobody's browser shall ever be shown something else than a picture as one.
    if (kind === "screenshot" && bytes.readUIntBE(0, 3) !== 0xffd8ff) return refused(device, "no JPEG");
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    await mkdir(folder, { recursive: true, mode: 0o700 });
    writeFileSafely(pathOf(sha256), bytes);
    await store.query
      .updateTable("command")
      .set({ fileKind: kind, fileSha256: sha256, fileBytes: bytes.length, fileAt: clock.now() })
      .where("id", "=", commandId)
      .execute();
    events.publish({ type: "commandChanged", device });
  }

  return {
    accept(device, part) {
      const turn = (turns.get(device) ?? Promise.resolve())
        .then(() => take(device, part))
        .catch((error: unknown) => {
          coming.delete(device);
          log.error({ err: error, device }, "a device's file was not kept");
        });
      turns.set(device, turn);
      return turn.finally(() => {
        if (turns.get(device) === turn) turns.delete(device);
      });
    },
    async read(id) {
      const row = await store.query
        .selectFrom("command")
        .select(["fileKind", "fileSha256"])
        .where("id", "=", id)
        .executeTakeFirst();
      if (row?.fileSha256 == null || row.fileKind === null) return null;
      try {
        return {
          kind: row.fileKind === "logs" ? "logs" : "screenshot",
          bytes: await readFile(pathOf(row.fileSha256)),
        };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
        throw error;
      }
    },
    async sweep() {
      const before = clock.now() - fileKeptDays * 86_400_000;
      const old = await store.query
        .updateTable("command")
        .set({ fileSha256: null })
        .where("fileAt", "<", before)
        .where("fileSha256", "is not", null)
        .returning("id")
        .execute();
      if (old.length === 0) return;
      await removeUnnamed();
    },
  };

  async function removeUnnamed(): Promise<void> {
    const { readdir } = await import("node:fs/promises");
    const named = new Set(
      (
        await store.query
          .selectFrom("command")
          .select("fileSha256")
          .where("fileSha256", "is not", null)
          .execute()
      ).map(({ fileSha256 }) => fileSha256),
    );
    for (const name of await readdir(folder)) if (!named.has(name)) await rm(pathOf(name), { force: true });
  }
}
