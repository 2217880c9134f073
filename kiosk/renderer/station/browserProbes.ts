// Owns what a page can find out about its machine without asking anybody for leave.
import type { StationLink } from "../../link/stationLink.ts";
import type { StationProbes } from "../../readiness/checkStation.ts";
import type { PointerUse } from "./pointerUse.ts";

const mega = 1_000_000;
/** A kiosk keeps weeks of records on its disk; a page only its documents and a few records. */
const neededBytes = { kiosk: 500 * mega, page: 5 * mega };

export function browserProbes(link: StationLink, pointer: PointerUse): StationProbes {
  return {
    // Without the leave to hear, names are hidden, but whether there is a loudspeaker is told. Plain HTTP pages are told nothing.
    async hasSound() {
      if (navigator.mediaDevices === undefined) return null;
      const devices = await navigator.mediaDevices.enumerateDevices();
      return devices.some(({ kind }) => kind === "audiooutput");
    },
    // Some televisions and adapters tell the page of no pointer; one that was used is there.
    hasPointer: () => matchMedia("(any-pointer: fine), (any-pointer: coarse)").matches || pointer.lately(),
    display: () => ({
      width: Math.round(screen.width * devicePixelRatio),
      height: Math.round(screen.height * devicePixelRatio),
    }),
    freeDiskBytes: () => link.freeDiskBytes(),
    neededDiskBytes: window.kidsmart === undefined ? neededBytes.page : neededBytes.kiosk,
  };
}
