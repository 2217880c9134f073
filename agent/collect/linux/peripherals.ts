// Owns the peripherals of Linux, read from the kernel's own files.
import { join } from "node:path";
import { readText } from "../files.ts";
import { otherUsb, type Peripherals, type Plugged } from "../peripherals.ts";
import type { Probe } from "../probe.ts";
import { linuxDisplays } from "./displays.ts";
import { parseCards } from "./sound.ts";
import { findUsb } from "./usb.ts";

/** `root` is / but for tests. */
export function linuxPeripherals(root = "/"): Probe<Peripherals> {
  const findDisplays = linuxDisplays(join(root, "sys"));
  return async (signal) => {
    const inputs = parseInputDevices((await readText(join(root, "proc/bus/input/devices"))) ?? "");
    const cards = parseCards((await readText(join(root, "proc/asound/cards"))) ?? "");
    const displays = (await findDisplays(signal)) ?? [];
    const usb = await findUsb(join(root, "sys"));
    return {
      plugged: [
        ...inputs,
        ...cards.map(({ name }) => ({ kind: "speaker" as const, name })),
        ...displays.map(({ connector }) => ({ kind: "display" as const, name: connector ?? "" })),
        ...otherUsb(usb),
      ],
      usb,
    };
  };
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
