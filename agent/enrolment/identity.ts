// Owns the identity file: who this device is to its hub, kept for good, readable by its owner only.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { deviceIdentity } from "../../protocol/enrolment.ts";
import { failure, ok, type Result } from "../../protocol/result.ts";
import { describeIssues } from "../../protocol/versioned.ts";
import { writeFileSafely } from "../../runtime/writeFileSafely.ts";

/** Files of version 1 have neither `caPem` nor `hubUrls`: such a device goes on in the clear, on its hub's own computer. */
const identity = deviceIdentity.extend({
  /** Where the hub answered the claim, e.g. "https://192.168.1.10:8443". */
  hubUrl: z.string(),
  /** The secret before a new one that has not been used yet (ADR 0032). */
  formerSecret: z.string().min(40).optional(),
});
export type Identity = z.infer<typeof identity>;

const fileVersion = 2;

const fileIn = (folder: string) => join(folder, "identity.json");

/** `IDENTITY_DAMAGED` asks for a new enrolment; the file is left for a person to look at. */
export function readIdentity(folder: string): Result<Identity, "NOT_ENROLLED" | "IDENTITY_DAMAGED"> {
  let text: string;
  try {
    text = readFileSync(fileIn(folder), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return failure("NOT_ENROLLED", fileIn(folder));
    throw error;
  }
  try {
    const parsed = identity.safeParse(JSON.parse(text));
    return parsed.success ? ok(parsed.data) : failure("IDENTITY_DAMAGED", describeIssues(parsed.error));
  } catch (error) {
    return failure("IDENTITY_DAMAGED", String(error));
  }
}

export function writeIdentity(folder: string, value: Identity): void {
  const file = { version: fileVersion, ...value };
  writeFileSafely(fileIn(folder), JSON.stringify(file, null, 2), 0o600);
}
