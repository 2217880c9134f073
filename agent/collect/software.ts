// Owns the software record: what the machine has installed, beside what Kidsmart itself brought.
import { createHash } from "node:crypto";
import type { Software } from "../../protocol/records/software.ts";

export type Programs = Pick<Software, "programs" | "total">;

const mostPrograms = 2000;
/** Far below what one batch may carry, whatever the names are. Bytes of JSON */
const mostBytes = 120 * 1024;

/** In order of their names, each once, cut at what a record may hold. */
export function sortedPrograms(programs: Programs["programs"]): Programs["programs"] {
  const byName = new Map(
    programs.map(({ name, version }) => [
      `${name} ${version}`,
      { name: name.slice(0, 200), version: version.slice(0, 100) },
    ]),
  );
  const sorted = [...byName.values()].sort(
    (one, other) => compare(one.name, other.name) || compare(one.version, other.version),
  );
  let bytes = 0;
  return sorted.slice(0, mostPrograms).filter((program) => {
    bytes += Buffer.byteLength(JSON.stringify(program)) + 1;
    return bytes <= mostBytes;
  });
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** Equal for equal lists. */
export const softwareHash = (software: Software): string =>
  createHash("sha256").update(JSON.stringify(software)).digest("hex");
