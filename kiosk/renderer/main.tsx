// Owns the start of the page: chooses the link, opens the station, shows the first picture.
import "./fonts.css";
import "./base.css";
import { createRoot } from "react-dom/client";
import { v7 as uuid } from "uuid";
import type { Bridge } from "../link/bridge.ts";
import { electronLink } from "../link/electronLink.ts";
import { ownVoiceFor } from "../link/ownVoices.ts";
import { App } from "./App.tsx";
import { browserVoices } from "./speech/browserVoices.ts";
import { openSpeaker } from "./speech/speaker.ts";
import { watchPointer } from "./station/pointerUse.ts";
import { StationProvider } from "./station/StationContext.tsx";
import { openStationStore } from "./station/stationStore.ts";

declare global {
  interface Window {
    /** Only in Electron. */
    readonly kidsmart?: Bridge;
  }
}

// The main process copies a page's warnings into the kiosk's log.
// biome-ignore lint/suspicious/noConsole: the page has no other log
const onProblem = (detail: string) => console.warn(detail);

const place = document.getElementById("root");
if (place === null) throw new Error("the page has no root");
const root = createRoot(place);

if (window.kidsmart !== undefined) {
  const link = electronLink(window.kidsmart, (error) => onProblem(String(error)));
  start(link);
} else {
  // Not awaited: the web screen's file imports this one, and each would wait for the other for ever.
  openInBrowser().catch((error: unknown) => {
    onProblem(`the page could not be loaded: ${String(error)}`);
    // A television has nobody to press reload.
    setTimeout(() => location.reload(), 10_000);
  });
}

async function openInBrowser(): Promise<void> {
  if (location.pathname.endsWith("/try")) {
    const { Trial } = await import("./web/Trial.tsx");
    root.render(<Trial asked={new URLSearchParams(location.search)} />);
    return;
  }
  const { openWebScreen } = await import("./web/webScreen.tsx");
  openWebScreen({ root, start, onProblem });
}

function start(link: Parameters<typeof openStationStore>[0]["link"]): void {
  const pointer = watchPointer(window, () => performance.now());
  const speaker = openSpeaker(
    browserVoices({
      ownRecording: ({ locale, text }) => {
        const sha256 = ownVoiceFor(station.store.getState().status?.ownVoices, locale, text);
        return sha256 === null ? null : link.ownVoice(sha256);
      },
      // For whoever looks into the page: which of the three voices a child hears.
      spokenBy: (layer) => {
        document.documentElement.dataset["spokenBy"] = layer;
      },
    }),
  );
  const station = openStationStore({
    link,
    random: Math.random,
    newId: uuid,
    now: Date.now,
    mono: () => performance.now(),
    every: (ms, run) => {
      const timer = setInterval(run, ms);
      return () => clearInterval(timer);
    },
    loadProbes: async () => (await import("./station/browserProbes.ts")).browserProbes(link, pointer),
    onProblem,
  });
  root.render(
    <StationProvider value={{ ...station, speaker }}>
      <App />
    </StationProvider>,
  );
}
