// Owns how the picture of a part is drawn. Decorative: its name stands beside it.
import type { BrokenPart } from "../../../protocol/records/report.ts";
import { partPictures } from "./partPictures.ts";

export function PartPicture({ part, size }: { readonly part: BrokenPart; readonly size: number }) {
  return (
    <img
      src={`/emblems/${partPictures[part]}.svg`}
      width={size}
      height={size}
      alt=""
      className="emblem"
      draggable={false}
    />
  );
}
