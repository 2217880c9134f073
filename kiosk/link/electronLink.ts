// Owns the StationLink of an Electron kiosk: a thin pass to the preload's bridge.
import type { Bridge } from "./bridge.ts";
import type { StationLink } from "./stationLink.ts";

export function electronLink(bridge: Bridge, onError: (error: unknown) => void): StationLink {
  return {
    begin: (onEvent) => bridge.begin(onEvent),
    record: (record) => bridge.record(record),
    live: (live) => void bridge.live(live).catch(onError),
    checkPin: (pin) => bridge.checkPin(pin),
    saveLesson: (text) => bridge.saveLesson(text),
    ask: (order) => bridge.ask(order),
    panelClosed: () => void bridge.panelClosed().catch(onError),
    unlock: () => bridge.unlock(),
    freeDiskBytes: () => bridge.freeDisk(),
    gameAddress: (game) => `game://${game}/index.html`,
    gameFile: (game, path) => `game://${game}/${path}`,
    ownVoice: (sha256) => `./own-voices/${sha256}.opus`,
    interactive: () => void bridge.interactive().catch(onError),
  };
}
