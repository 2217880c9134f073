// Owns the displays of Linux: which sockets of the graphics card have one, and what it says of itself.
import { join } from "node:path";
import type { Condition } from "../../../protocol/records/condition.ts";
import { listNames, readBytes, readText } from "../files.ts";
import type { Probe } from "../probe.ts";

type DisplayCondition = NonNullable<Condition["displays"]>[number];

/** Null where the kernel drives no graphics card. */
export function linuxDisplays(root = "/sys"): Probe<DisplayCondition[]> {
  const cards = join(root, "class/drm");
  return async () => {
    const names = await listNames(cards);
    if (names.length === 0) return null;
    const displays: DisplayCondition[] = [];
    for (const name of names) {
      const connector = /^card\d+-(.+)$/.exec(name)?.[1];
      if (connector === undefined) continue;
      if ((await readText(join(cards, name, "status"))) !== "connected") continue;
      // The first mode is the one the display likes best.
      const size = /^(\d+)x(\d+)/.exec((await readText(join(cards, name, "modes"))) ?? "");
      displays.push({
        connector,
        model: displayName(await readBytes(join(cards, name, "edid"))),
        widthPx: size === null ? null : Number(size[1]),
        heightPx: size === null ? null : Number(size[2]),
      });
    }
    return displays.slice(0, 16);
  };
}

/** VESA EDID 1.4, 3.10.3: four descriptors of 18 bytes from byte 54; one that begins 00 00 00 FC holds the name. */
export function displayName(edid: Uint8Array | null): string | null {
  if (edid === null || edid.length < 128) return null;
  for (let at = 54; at <= 108; at += 18) {
    const [one, two, three, kind] = edid.subarray(at, at + 4);
    if (one !== 0 || two !== 0 || three !== 0 || kind !== 0xfc) continue;
    const name = Buffer.from(edid.subarray(at + 5, at + 18))
      .toString("latin1")
      .split("\n")[0]
      ?.trim();
    return name === undefined || name === "" ? null : name;
  }
  return null;
}
