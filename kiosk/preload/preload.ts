// Owns the only door between the renderer and Electron: ten calls and one stream of events, nothing else of Node.
/// <reference types="electron" />
import { contextBridge, ipcRenderer } from "electron";
import { type Bridge, channels } from "../link/bridge.ts";
import type { StationEvent } from "../link/stationLink.ts";

const bridge: Bridge = {
  begin(onEvent) {
    ipcRenderer.removeAllListeners(channels.event);
    // The event object of Electron stays here: it would hand the renderer an ipcRenderer.
    ipcRenderer.on(channels.event, (_event, payload: StationEvent) => onEvent(payload));
    return ipcRenderer.invoke(channels.begin);
  },
  record: (record) => ipcRenderer.invoke(channels.record, record),
  live: (live) => ipcRenderer.invoke(channels.live, live),
  checkPin: (pin) => ipcRenderer.invoke(channels.checkPin, pin),
  saveLesson: (text) => ipcRenderer.invoke(channels.saveLesson, text),
  ask: (order) => ipcRenderer.invoke(channels.ask, order),
  panelClosed: () => ipcRenderer.invoke(channels.panelClosed),
  unlock: () => ipcRenderer.invoke(channels.unlock),
  freeDisk: () => ipcRenderer.invoke(channels.freeDisk),
  interactive: () => ipcRenderer.invoke(channels.interactive),
};

contextBridge.exposeInMainWorld("kidsmart", bridge);
