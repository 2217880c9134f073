// Owns what is written of a lesson so that it survives a crash or a reboot. restoreLesson.ts reads it.
import type { LessonState } from "../../lesson/model.ts";

/** JSON text of what must survive. */
export function saveLesson({
  session,
  run,
  day,
  ended,
  outgoing,
  dropped,
  checkedFor,
  time,
}: LessonState): string {
  return JSON.stringify({
    version: 1,
    deviceAt: time?.deviceAt ?? null,
    session,
    run,
    day,
    ended,
    outgoing,
    dropped,
    checkedFor,
  });
}
