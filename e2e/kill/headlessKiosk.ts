// Owns the kiosk of the kill test where no Electron can be had: the main process's station as a process of its own.
// Arguments: journal file ("" makes nothing new) and lesson id.
import { closeSync, fsyncSync, openSync, writeSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { v7 } from "uuid";
import type { ClassId, LessonId, RecordId, SessionId } from "../../protocol/ids.ts";
import type { KioskRecord } from "../../protocol/link.ts";
import { openHeadlessStation } from "./headlessStation.ts";
import { restMs } from "./loadedKiosk.ts";

const home = process.env["KIDSMART_HOME"];
const [journalFile, lessonId] = process.argv.slice(2);
if (home === undefined || journalFile === undefined || lessonId === undefined)
  throw new Error("needs KIDSMART_HOME, a journal file and a lesson id");
const { station, spool } = openHeadlessStation(home);
let stopping = false;
process.on("SIGTERM", () => {
  stopping = true;
});

if (journalFile === "") while (!stopping) await wait(10);
else {
  const journal = openSync(journalFile, "a");
  // A kill may have cut the last line; a fresh line keeps the next one whole.
  writeSync(journal, "\n");
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
          classId: lessonId as ClassId,
          lessonId: lessonId as LessonId,
          staffId: null,
          headcount: 24,
          seats: null,
          playedMs: null,
          startAt: at,
          endAt: at + 1,
        },
      };
      station.record(record);
      // Only after the station said so: what stands in the journal was promised to be kept.
      writeSync(journal, `${record.id}\n`);
      fsyncSync(journal);
    }
    await wait(restMs);
    // The kiosk waits for its agent, as children's clicks would: the spool stays near the window the link sends.
    while (!stopping && spool.count() > 150) await wait(5);
  }
  closeSync(journal);
}
await station.close();
