// Owns finding the enrolment file on a USB stick.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type EnrolmentFile, enrolmentFile, enrolmentFileName } from "../../protocol/enrolmentFile.ts";
import { failure, ok, type Result } from "../../protocol/result.ts";
import { describeIssues } from "../../protocol/versioned.ts";

/** A stick's file is a few kilobytes. */
const longestCharacters = 1_000_000;

/** Every place where this system shows a stick; the places themselves and what is one and two folders below. */
export function stickFolders(platform: NodeJS.Platform = process.platform): string[] {
  if (platform === "win32") return Array.from("DEFGHIJKLMNOPQRSTUVWXYZ", (letter) => `${letter}:\\`);
  const roots = platform === "darwin" ? ["/Volumes"] : ["/media", "/run/media", "/mnt"];
  return roots.flatMap((root) => [root, ...below(root), ...below(root).flatMap(below)]);
}

function below(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => join(folder, name))
      .slice(0, 50);
  } catch {
    // Not there, or not for this user: no stick.
    return [];
  }
}

/** The first stick with the file. */
export function findOnStick(folders: readonly string[]): { path: string; text: string } | undefined {
  for (const folder of folders) {
    const path = join(folder, enrolmentFileName);
    try {
      return { path, text: readFileSync(path, "utf8") };
    } catch {
      // No stick there, none with the file, or one that cannot be read: the next place.
    }
  }
  return undefined;
}

export function readEnrolmentFile(text: string): Result<EnrolmentFile, "FILE_MALFORMED"> {
  if (text.length > longestCharacters) return failure("FILE_MALFORMED", `${text.length} characters`);
  try {
    const parsed = enrolmentFile.safeParse(JSON.parse(text));
    return parsed.success ? ok(parsed.data) : failure("FILE_MALFORMED", describeIssues(parsed.error));
  } catch (error) {
    return failure("FILE_MALFORMED", String(error));
  }
}
