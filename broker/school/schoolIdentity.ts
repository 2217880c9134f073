// Owns who the school is, in memory: its name and zone as they are now. Whoever keeps a copy of them shows yesterday's.
import type { Kysely } from "kysely";
import type { SchoolId } from "../../protocol/ids.ts";
import type { HubEvents } from "../events/hubEvents.ts";
import type { SchoolIdentity } from "../hubServices.ts";
import type { Tables } from "../store/schema.ts";

export type SchoolIdentityDependencies = {
  readonly query: Kysely<Tables>;
  readonly events: HubEvents;
  readonly report: (error: unknown) => void;
};

/** Throws when there is no school: the caller makes it first. */
export async function openSchoolIdentity({ query, events, report }: SchoolIdentityDependencies): Promise<{
  readonly school: SchoolIdentity;
  /** Resolves when what is being read anew has been read. */
  stop(): Promise<void>;
}> {
  const read = () => query.selectFrom("school").select(["id", "name", "zone"]).executeTakeFirst();
  const first = await read();
  if (first === undefined) throw new Error("the store has no school yet");
  let row = first;
  // One after another: an older reading must not be taken last.
  let reading: Promise<void> = Promise.resolve();
  const unsubscribe = events.subscribe(({ type }) => {
    if (type !== "schoolChanged") return;
    reading = reading
      .then(async () => {
        row = (await read()) ?? row;
      })
      .catch(report);
  });
  return {
    school: {
      // Devices and topics carry it: it never changes.
      id: first.id as SchoolId,
      get name() {
        return row.name;
      },
      get zone() {
        return row.zone;
      },
    },
    stop() {
      unsubscribe();
      return reading;
    },
  };
}
