// Owns what every page of the teacher's panel is given.
import type { StaffId } from "../../../protocol/ids.ts";

export type PageProps = {
  /** Whose PIN opened the panel. */
  readonly staffId: StaffId;
  /** Closes the panel. */
  readonly onDone: () => void;
};
