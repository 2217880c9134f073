// Owns the sound devices of Linux: cards from the kernel, volume and mute from amixer where it is installed.
import { join } from "node:path";
import type { Condition } from "../../../protocol/records/condition.ts";
import { readText } from "../files.ts";
import type { Probe } from "../probe.ts";
import { runProgram } from "../program.ts";

type SoundCondition = NonNullable<Condition["sound"]>[number];
type Level = Pick<SoundCondition, "muted" | "volumePercent">;

export type SoundDeps = {
  /** /proc but for tests. */
  readonly root?: string;
  /** What `amixer -c CARD scontents` prints; null where it is not installed. */
  readonly amixer?: (card: string, signal: AbortSignal) => Promise<string | null>;
};

const askAmixer = async (card: string, signal: AbortSignal) =>
  (await runProgram("amixer", ["-c", card, "scontents"], signal))?.stdout ?? null;

export function linuxSound({ root = "/proc", amixer = askAmixer }: SoundDeps = {}): Probe<SoundCondition[]> {
  return async (signal) => {
    const cards = parseCards((await readText(join(root, "asound/cards"))) ?? "");
    const sound: SoundCondition[] = [];
    for (const { number, name } of cards.slice(0, 16))
      sound.push({ name, ...parseMixer((await amixer(number, signal)) ?? "") });
    return sound;
  };
}

/** " 0 [PCH            ]: HDA-Intel - HDA Intel PCH", then a line of where it sits. */
export function parseCards(text: string): { readonly number: string; readonly name: string }[] {
  return [...text.matchAll(/^\s*(\d+) \[[^\]]*\]: .* - (.+)$/gm)].map(([, number = "", name = ""]) => ({
    number,
    name: name.trim().slice(0, 200),
  }));
}

/** What everything passes through, by the names drivers give it. */
const mainControls = ["Master", "PCM", "Speaker", "Headphone"];

export function parseMixer(text: string): Level {
  const controls = new Map(
    text
      .split(/^Simple mixer control /m)
      .slice(1)
      .map((block) => [/^'([^']*)'/.exec(block)?.[1] ?? "", block]),
  );
  const main = mainControls.map((name) => controls.get(name)).find((block) => block !== undefined) ?? "";
  const volume = /\[(\d+)%\]/.exec(main)?.[1];
  const switches = [...main.matchAll(/\[(on|off)\]/g)].map(([, state]) => state);
  return {
    volumePercent: volume === undefined ? null : Math.min(100, Number(volume)),
    muted: switches.length === 0 ? null : switches.every((state) => state === "off"),
  };
}
