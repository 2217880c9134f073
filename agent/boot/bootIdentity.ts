// Owns the boot id: equal for every agent run between one power-on and the next power-off.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { z } from "zod";
import { type BootId, bootId } from "../../protocol/ids.ts";
import type { Clock } from "../time/clock.ts";
import type { Random } from "../time/random.ts";

/** What an earlier run noted about its boot. */
export const bootNote = z.object({
  boot: bootId,
  /** Uptime then, ms. */
  mono: z.number(),
  /** Wall time at which that boot began, UTC ms. */
  beganAt: z.number(),
});
export type BootNote = z.infer<typeof bootNote>;

/** The two ways to know when a boot began may differ this much by drift and by small corrections of the clock. ms */
const toleranceMs = 5 * 60_000;

export type BootDeps = {
  readonly clock: Clock;
  readonly random: Random;
  readonly before: BootNote | undefined;
};

/** Linux names each boot itself. Elsewhere the last note is compared with the uptime; a doubt makes a new boot. */
export function identifyBoot(deps: BootDeps, kernelBootId: string | null): BootNote {
  const { clock, random, before } = deps;
  const mono = clock.mono();
  const beganAt = clock.now() - mono;
  if (kernelBootId !== null) {
    const boot = createHash("sha256").update(kernelBootId).digest("hex").slice(0, 16);
    return { boot: bootId.parse(boot), mono, beganAt };
  }
  const same =
    before !== undefined && mono >= before.mono && Math.abs(beganAt - before.beganAt) <= toleranceMs;
  const boot: BootId = same ? before.boot : bootId.parse(random.token());
  return { boot, mono, beganAt };
}

/** The kernel's own name for this boot; null where there is none. */
export function readKernelBootId(): string | null {
  if (process.platform !== "linux") return null;
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch (error) {
    // A locked-down container may hide it; the uptime rule serves there too.
    if (error instanceof Error && "code" in error) return null;
    throw error;
  }
}
