// Owns the peripherals: which mice, keyboards, speakers and displays are plugged in, read from Linux's own files.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Peripheral } from "../../protocol/records/peripheral.ts";

export const plugged = z.object({
  kind: z.enum(["mouse", "keyboard", "touch", "speaker", "display", "other"]),
  name: z.string(),
});
export type Plugged = z.infer<typeof plugged>;

/** `root` is / but for tests. Null where the operating system is another. */
export async function findPeripherals(root = "/"): Promise<Plugged[] | null> {
  if (process.platform !== "linux") return null;
  const inputs = parseInputDevices(await readIfThere(join(root, "proc/bus/input/devices")));
  const speakers = parseSoundCards(await readIfThere(join(root, "proc/asound/cards")));
  return [...inputs, ...speakers, ...(await findDisplays(join(root, "sys/class/drm")))];
}

export function parseInputDevices(text: string): Plugged[] {
  return text.split(/\n\n+/).flatMap((block): Plugged[] => {
    const name = /^N: Name="(.*)"$/m.exec(block)?.[1];
    const handlers = /^H: Handlers=(.*)$/m.exec(block)?.[1]?.split(" ") ?? [];
    // Bit 20 of EV is key repeat: a keyboard for typing, not a power button or the keys of a headset.
    const events = Number.parseInt(/^B: EV=([0-9a-f]+)$/m.exec(block)?.[1] ?? "0", 16);
    if (name === undefined) return [];
    if (/touch ?screen/i.test(name)) return [{ kind: "touch", name }];
    if (handlers.some((handler) => /^mouse\d+$/.test(handler))) return [{ kind: "mouse", name }];
    if (handlers.includes("kbd") && (events & (1 << 20)) !== 0) return [{ kind: "keyboard", name }];
    return [];
  });
}

export function parseSoundCards(text: string): Plugged[] {
  return [...text.matchAll(/^\s*\d+ \[[^\]]*\]: .* - (.+)$/gm)].map(([, name = ""]) => ({
    kind: "speaker" as const,
    name: name.trim(),
  }));
}

async function findDisplays(folder: string): Promise<Plugged[]> {
  const connectors = (await listIfThere(folder)).filter((name) => /^card\d+-/.test(name)).sort();
  const states = await Promise.all(connectors.map((name) => readIfThere(join(folder, name, "status"))));
  return connectors
    .filter((_, index) => states[index]?.trim() === "connected")
    .map((name) => ({ kind: "display" as const, name: name.replace(/^card\d+-/, "") }));
}

/** What to record: two equal mice are two. */
export function comparePeripherals(before: readonly Plugged[], now: readonly Plugged[]): Peripheral[] {
  const key = ({ kind, name }: Plugged) => `${kind}\n${name}`;
  const surplus = (of: readonly Plugged[], over: readonly Plugged[]) => {
    const left = over.map(key);
    return of.filter((entry) => {
      const index = left.indexOf(key(entry));
      if (index !== -1) left.splice(index, 1);
      return index === -1;
    });
  };
  return [
    ...surplus(before, now).map((entry) => ({ ...entry, event: "vanished" as const })),
    ...surplus(now, before).map((entry) => ({ ...entry, event: "appeared" as const })),
  ];
}

const ifThere = (error: unknown) => (error as NodeJS.ErrnoException).code === "ENOENT";

async function readIfThere(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (ifThere(error)) return "";
    throw error;
  }
}

async function listIfThere(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (ifThere(error)) return [];
    throw error;
  }
}
