// Owns what a mode of a game gets to run with: the table, the host, the frame, the turns and the scenery.
import type { Frame } from "./frame.ts";
import type { Host } from "./lifecycle.ts";
import type { Table } from "./table.ts";

export type Run = {
  table: Table;
  host: Host;
  frame: Frame;
  /** Emblems of the children who share the station, in turn order. */
  turns: readonly string[];
  /** Fades over to another scenery of the game; the same name again changes nothing. */
  showScenery(name: string): void;
  /** What "say it again" says, and what is said after a pause or a long silence. */
  setRepeat(keys: readonly string[]): void;
};
