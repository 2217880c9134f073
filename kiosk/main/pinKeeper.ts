// Owns PIN checks on a station: the shared rule, with wrong tries kept on disk so that a restart is no way round.
import { z } from "zod";
import type { ConfigDocument } from "../../protocol/documents/config.ts";
import type { PinResult } from "../../protocol/link.ts";
import { checkPin, noTries, type PinTries } from "../../runtime/pinGuard.ts";
import { readWhole, writeWhole } from "./wholeFile.ts";

const savedTries = z.object({ wrong: z.number().int().min(0), lockedUntil: z.number() });

export type PinKeeper = { check(pin: string): Promise<PinResult> };

export function openPinKeeper(dependencies: {
  readonly file: string;
  readonly pins: () => ConfigDocument["pins"];
  readonly now: () => number;
  readonly onProblem: (detail: string) => void;
}): PinKeeper {
  let tries = readTries(dependencies.file, dependencies.onProblem);
  // One at a time: tries sent side by side must not each see the same count.
  let turn: Promise<unknown> = Promise.resolve();
  const check = async (pin: string): Promise<PinResult> => {
    const checked = await checkPin(pin, dependencies.pins(), tries, dependencies.now());
    if (checked.tries !== tries) {
      tries = checked.tries;
      writeWhole(dependencies.file, JSON.stringify(tries));
    }
    return checked.result;
  };
  return {
    check(pin) {
      const mine = turn.then(() => check(pin));
      turn = mine.catch(() => undefined);
      return mine;
    },
  };
}

function readTries(file: string, onProblem: (detail: string) => void): PinTries {
  const text = readWhole(file);
  if (text === null) return noTries;
  try {
    return savedTries.parse(JSON.parse(text));
  } catch (error) {
    onProblem(`PIN tries unreadable, counted from none: ${String(error)}`);
    return noTries;
  }
}
