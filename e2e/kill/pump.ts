// Owns the kiosk of the kill test, a process of its own: it opens and closes sessions as fast as it can
// and notes every record that it was told is kept.
import { closeSync, fsyncSync, openSync, writeSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { v7 } from "uuid";
import type { ClassId, LessonId, RecordId, SessionId } from "../../protocol/ids.ts";
import type { KioskRecord } from "../../protocol/link.ts";
import { openHeadlessStation } from "./headlessStation.ts";

const home = process.env["KIDSMART_HOME"];
const journalFile = process.argv[2];
if (home === undefined || journalFile === undefined)
  throw new Error("needs KIDSMART_HOME and a journal file");
const journal = openSync(journalFile, "a");
// A kill may have cut the last line; a fresh line keeps the next one whole.
writeSync(journal, "\n");
const { station, spool } = openHeadlessStation(home);

let stopping = false;
process.on("SIGTERM", () => {
  stopping = true;
});

const classId = v7() as ClassId;
const lessonId = v7() as LessonId;
while (!stopping) {
  const sessionId = v7() as SessionId;
  for (const event of ["opened", "closed"] as const) {
    const at = Date.now();
    const record: KioskRecord = {
      id: v7() as RecordId,
      at,
      type: "session",
      body: {
        sessionId,
        event,
        source: "teacher",
        slotId: null,
        classId,
        lessonId,
        staffId: null,
        headcount: 24,
        startAt: at,
        endAt: at + 1,
      },
    };
    station.record(record);
    // Only after the station said so: what stands in the journal was promised to be kept.
    writeSync(journal, `${record.id}\n`);
    fsyncSync(journal);
  }
  await wait(2);
  // The kiosk waits for its agent, as children's clicks would: the spool stays near the window the link sends.
  while (!stopping && spool.count() > 150) await wait(5);
}
await station.close();
closeSync(journal);
