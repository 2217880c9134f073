// Owns a school in whose zone it is a morning now: what happens by daylight is tested whenever the tests run.
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

const morningHour = 10;

/** A zone in which it is about ten in the morning at this instant. */
export function morningZone(now: number): string {
  const offset = ((morningHour - new Date(now).getUTCHours() + 36) % 24) - 12;
  // POSIX zone names count westwards: Etc/GMT-7 is seven hours east of Greenwich.
  return offset === 0 ? "Etc/GMT" : `Etc/GMT${offset > 0 ? "-" : "+"}${Math.abs(offset)}`;
}

/** Moves the school of a hub that is stopped, and opens it on every day. */
export function moveToMorning(home: string, now: number): string {
  const zone = morningZone(now);
  const database = new DatabaseSync(join(home, "hub", "hub.db"));
  database.prepare("UPDATE school SET zone = ?").run(zone);
  database.exec("DELETE FROM closure");
  database.close();
  return zone;
}
