// Owns the hub that a test kills in the middle of a publication: it writes, says so, and never commits.
import { writeSync } from "node:fs";
import { makeHubEvents } from "../events/hubEvents.ts";
import { openStore } from "../store/store.ts";
import { publishDraft } from "./publish.ts";

const [, , file = ""] = process.argv;
const store = await openStore(file);
const report = (error: unknown) => {
  throw error;
};
// Keeps the process alive while nothing else does.
setInterval(() => {}, 60_000);
await publishDraft(
  {
    query: store.query,
    events: makeHubEvents(report),
    audit: { write: async () => {} },
    clock: { now: () => Date.parse("2026-11-25T07:00:00+07:00") },
    async refusePlan(query) {
      const { length } = await query.selectFrom("publishedSlot").selectAll().execute();
      writeSync(1, `${length}\n`);
      return new Promise(() => {});
    },
  },
  { staffId: null, name: "Trần Khuê" },
  { fromDate: "2026-11-25", untilDate: "2027-05-31" },
);
