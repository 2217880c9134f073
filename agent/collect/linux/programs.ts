// Owns the installed packages of Debian and its relatives.
import { readText } from "../files.ts";
import type { Probe } from "../probe.ts";
import { type ProgramAnswer, runProgram } from "../program.ts";
import { type Programs, sortedPrograms } from "../software.ts";

/** dpkg's own placeholders. */
const field = (name: string) => `$\{${name}}`;
const format = `-f=${["db:Status-Abbrev", "Package", "Version"].map(field).join("\\t")}\\n`;

const listPackages = (signal: AbortSignal) => runProgram("dpkg-query", ["-W", format], signal);

/** Null where there is no dpkg. */
export function linuxPrograms(
  askDpkg: (signal: AbortSignal) => Promise<ProgramAnswer | null> = listPackages,
  extendedStates = "/var/lib/apt/extended_states",
): Probe<Programs> {
  return async (signal) => {
    const answer = await askDpkg(signal);
    if (answer === null) return null;
    if (answer.exitCode !== 0) throw new Error(`dpkg-query ended with ${answer.exitCode}`);
    const cameAlong = parseExtendedStates((await readText(extendedStates)) ?? "");
    const installed = parsePackages(answer.stdout);
    return {
      total: installed.length,
      programs: sortedPrograms(installed.filter(({ name }) => !cameAlong.has(name))),
    };
  };
}

/** "ii \tcurl\t7.88.1-10": the second letter says whether it is installed. */
export function parsePackages(text: string): Programs["programs"] {
  return text.split("\n").flatMap((line) => {
    const [state, name, version] = line.split("\t");
    if (state?.[1] !== "i" || name === undefined || version === undefined) return [];
    return [{ name, version }];
  });
}

/** Names of packages that nobody asked for: apt installed them since another one needs them. */
export function parseExtendedStates(text: string): Set<string> {
  const names = new Set<string>();
  for (const block of text.split(/\n\n+/))
    if (/^Auto-Installed: 1$/m.test(block)) {
      const name = /^Package: (.+)$/m.exec(block)?.[1];
      if (name !== undefined) names.add(name);
    }
  return names;
}
