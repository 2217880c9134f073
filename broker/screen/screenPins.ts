// Owns PIN checks for web screens: the shared rule, with wrong tries kept on the hub's disk so that neither a reload nor a restart is a way round.
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { z } from "zod";
import type { DeviceId } from "../../protocol/ids.ts";
import type { PinResult } from "../../protocol/link.ts";
import { checkPin, noTries, type PinTries } from "../../runtime/pinGuard.ts";
import type { DesiredDocuments } from "../hubServices.ts";

export type ScreenPins = { check(device: DeviceId, pin: string): Promise<PinResult> };

export type ScreenPinsDependencies = {
  /** Where tries are kept. */
  readonly file: string;
  readonly desired: Pick<DesiredDocuments, "document">;
  readonly clock: { now(): number };
  readonly report: (error: unknown) => void;
};

const savedTries = z.record(
  z.string(),
  z.object({ wrong: z.number().int().min(0), lockedUntil: z.number() }),
);

export function openScreenPins({ file, desired, clock, report }: ScreenPinsDependencies): ScreenPins {
  const tries = new Map<string, PinTries>(Object.entries(readSaved(file, report)));
  // One at a time: tries sent side by side must not each see the same count.
  let turn: Promise<unknown> = Promise.resolve();

  async function check(device: DeviceId, pin: string): Promise<PinResult> {
    const before = tries.get(device) ?? noTries;
    const pins = desired.document(device, "config")?.body.pins ?? [];
    const checked = await checkPin(pin, pins, before, clock.now());
    if (checked.tries !== before) {
      if (checked.tries === noTries) tries.delete(device);
      else tries.set(device, checked.tries);
      save();
    }
    return checked.result;
  }

  function save(): void {
    // Whole or not at all: a power cut must not leave half a file.
    writeFileSync(`${file}.new`, JSON.stringify(Object.fromEntries(tries)), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }

  return {
    check(device, pin) {
      const mine = turn.then(() => check(device, pin));
      // The asker has the failure; the next one in turn must not inherit it.
      turn = mine.catch(() => undefined);
      return mine;
    },
  };
}

function readSaved(file: string, report: (error: unknown) => void): Record<string, PinTries> {
  try {
    return savedTries.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") report(error);
    return {};
  }
}
