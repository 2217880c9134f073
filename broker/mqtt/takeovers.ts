// Owns noticing that two living machines use one device's credentials: what only two can do, and a cable that is pulled cannot. Pure but for its memory.
import type { DeviceId } from "../../protocol/ids.ts";

export type Arrival = {
  /** Boot and run of the agent, as its last will tells them; "" for a client that leaves none. */
  readonly run: string;
  readonly address: string;
};

export type Takeovers = {
  /** A device has signed in; all addresses concerned when this proves two machines. */
  note(device: DeviceId, arrival: Arrival, now: number): readonly string[] | undefined;
  /** Its secret was changed: what came before proves nothing of those who come now. */
  forget(device: DeviceId): void;
};

type Holder = Arrival & { readonly at: number };

/** Of each device; a machine that restarts all day leaves one each time. */
const holdersKept = 16;
const remembersMs = 24 * 3_600_000;
/** One machine between cable and wireless may go there and back; not this often in so short a time. */
const returnsAllowed = 5;
const returnsWithinMs = 10 * 60_000;

export function makeTakeovers(): Takeovers {
  const known = new Map<DeviceId, Holder[]>();
  return {
    note(device, arrival, now) {
      const holders = (known.get(device) ?? []).filter(({ at }) => now - at < remembersMs);
      const last = holders.at(-1);
      if (last !== undefined && last.run === arrival.run && last.address === arrival.address) {
        holders[holders.length - 1] = { ...arrival, at: now };
        known.set(device, holders);
        return undefined;
      }
      holders.push({ ...arrival, at: now });
      if (holders.length > holdersKept) holders.shift();
      known.set(device, holders);
      return cameBack(holders) || movesTooOften(holders, now)
        ? [...new Set(holders.map(({ address }) => address))]
        : undefined;
    },
    forget: (device) => void known.delete(device),
  };
}

/** A run that another one has replaced is over, for good, on one machine. If it comes back, it was alive all the time. */
function cameBack(holders: readonly Holder[]): boolean {
  const newest = holders.at(-1);
  const since = holders.findLastIndex(({ run }) => run !== newest?.run);
  return since > 0 && holders.slice(0, since).some(({ run }) => run === newest?.run);
}

/** The same run, as a copy of a whole disk may say, at two addresses in turn. */
function movesTooOften(holders: readonly Holder[], now: number): boolean {
  const newest = holders.at(-1);
  const lately = holders.filter(({ at, run }) => run === newest?.run && now - at < returnsWithinMs);
  const returns = lately.filter((holder, index) =>
    lately.slice(0, Math.max(0, index - 1)).some(({ address }) => address === holder.address),
  );
  return returns.length > returnsAllowed;
}
