// Owns what is built or installed differently in a device than in most of its twins. Pure.
import type { Inventory } from "../../protocol/records/inventory.ts";
import type { Software } from "../../protocol/records/software.ts";
import type { ConditionFigures, TwinComparison } from "../api/fleet.ts";
import { modelName } from "./fleetRows.ts";

export type Built = { readonly inventory: Inventory | null; readonly condition: ConditionFigures | null };
type Fact = TwinComparison["facts"][number];
type Program = TwinComparison["programs"][number];

const gibibytes = (mebibytes: number) => `${Math.round(mebibytes / 1024)} GB`;

const facts: readonly [Fact["name"], (built: Built) => string | null | undefined][] = [
  ["model", ({ inventory }) => modelName(inventory)],
  ["processor", ({ inventory }) => inventory?.processor ?? null],
  ["cores", ({ inventory }) => inventory && String(inventory.cores)],
  ["memory", ({ inventory }) => inventory && gibibytes(inventory.memoryMiB)],
  ["operatingSystem", ({ inventory }) => inventory?.operatingSystem ?? null],
  [
    "disks",
    ({ inventory }) =>
      inventory?.disks
        .map(({ kind, sizeMiB }) => [kind, gibibytes(sizeMiB)].filter(Boolean).join(" "))
        .sort()
        .join(", "),
  ],
  [
    "displays",
    ({ inventory }) =>
      inventory?.displays
        .map(({ widthPx, heightPx }) => (widthPx === null ? "?" : `${widthPx}×${heightPx}`))
        .sort()
        .join(", "),
  ],
  [
    "link",
    ({ condition }) =>
      condition?.linkKind == null
        ? null
        : [condition.linkKind, condition.linkMbps && `${condition.linkMbps} Mbit/s`]
            .filter(Boolean)
            .join(" "),
  ],
];

/** Only where more than half of the twins agree on something else. */
export function differentFacts(own: Built, twins: readonly Built[]): Fact[] {
  return facts.flatMap(([name, read]) => {
    const mine = read(own) ?? null;
    const usual = usualOf(twins.flatMap((twin) => read(twin) ?? []));
    return mine === null || usual === null || usual === mine ? [] : [{ name, own: mine, twins: usual }];
  });
}

const mostShown = 300;

export function differentPrograms(own: Software, twins: readonly Software[]): Program[] {
  if (twins.length === 0) return [];
  const mine = versionsOf(own);
  const theirs = new Map<string, string[]>();
  for (const twin of twins)
    for (const [name, version] of versionsOf(twin)) {
      const list = theirs.get(name);
      if (list === undefined) theirs.set(name, [version]);
      else list.push(version);
    }
  const found: Program[] = [];
  for (const name of new Set([...mine.keys(), ...theirs.keys()])) {
    const versions = theirs.get(name) ?? [];
    const here = mine.get(name) ?? null;
    const usual = versions.length * 2 > twins.length ? mostFrequent(versions) : null;
    // A program of a few twins, too, is nobody's rule.
    if (here === usual || (here !== null && usual === null && versions.length > 0)) continue;
    if (here === null && usual === null) continue;
    found.push({ name, own: here, twins: usual });
  }
  return found.sort((a, b) => a.name.localeCompare(b.name)).slice(0, mostShown);
}

const versionsOf = ({ programs }: Software) => new Map(programs.map(({ name, version }) => [name, version]));

function usualOf(values: readonly string[]): string | null {
  const most = mostFrequent(values);
  return most !== null && values.filter((value) => value === most).length * 2 > values.length ? most : null;
}

function mostFrequent(values: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: string | null = null;
  for (const [value, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = value;
  return best;
}
