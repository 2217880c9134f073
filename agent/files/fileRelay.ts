// Owns passing files of the hub on to the kiosk, which alone keeps them: one after another, in parts that fit the link (ADR 0027).
import { filePartBytes, type ServerMessage } from "../../protocol/link.ts";
import type { Result } from "../../protocol/result.ts";
import type { HubFile } from "../../protocol/voices.ts";
import type { Log } from "../../runtime/log.ts";

export type FileRelay = {
  /** Answers with every part of the file, or with why it is missing. */
  readonly fetch: (file: HubFile, answer: (message: ServerMessage) => void) => void;
};

export type FileRelayDeps = {
  readonly log: Log;
  readonly getFile: (file: HubFile) => Promise<Result<Buffer, "NOT_HAD">>;
};

export function makeFileRelay({ log, getFile }: FileRelayDeps): FileRelay {
  let last: Promise<void> = Promise.resolve();

  async function pass(file: HubFile, answer: (message: ServerMessage) => void): Promise<void> {
    const { sha256 } = file;
    const found = await getFile(file);
    if (!found.ok) {
      log.info({ code: found.code, detail: found.detail, file: sha256 }, "a file of the hub was not fetched");
      answer({ type: "fileMissing", sha256, detail: found.detail.slice(0, 500) });
      return;
    }
    const parts = Math.ceil(found.value.length / filePartBytes);
    for (let part = 0; part < parts; part += 1) {
      const bytes = found.value.subarray(part * filePartBytes, (part + 1) * filePartBytes);
      answer({ type: "filePart", sha256, part, parts, data: bytes.toString("base64") });
    }
  }

  return {
    fetch(file, answer) {
      last = last
        .then(() => pass(file, answer))
        .catch((error: unknown) => log.error({ error: String(error) }, "a file was not passed on"));
    },
  };
}
