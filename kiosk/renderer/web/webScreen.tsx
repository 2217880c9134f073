// Owns the start of a web screen: its identity from this browser's storage, or a form that asks for an enrolment code.
import "../withoutEval.ts";
import "./olderBrowsers.ts";
import type { Root } from "react-dom/client";
import { v7 as uuid } from "uuid";
import type { StationLink } from "../../link/stationLink.ts";
import { type LinkSocket, webLink } from "../../link/webLink.ts";
import { EnrolForm } from "./EnrolForm.tsx";
import { readIdentity, replaceIdentity, type WebIdentity } from "./webIdentity.ts";

declare const kidsmartBuild: { readonly version: string; readonly builtAt: number };

export function openWebScreen(dependencies: {
  readonly root: Root;
  readonly start: (link: StationLink) => void;
  readonly onProblem: (detail: string) => void;
}): void {
  const begin = (identity: WebIdentity) => dependencies.start(linkFor(identity, dependencies.onProblem));
  const held = readIdentity(localStorage, dependencies.onProblem);
  const code = new URLSearchParams(location.search).get("code");
  if (held !== null && code === null) {
    begin(held);
    return;
  }
  dependencies.root.render(
    <EnrolForm
      code={code ?? ""}
      onEnrolled={(identity) => {
        replaceIdentity(localStorage, identity);
        // The code is used up: it must not be claimed again by a reload.
        history.replaceState(null, "", location.pathname);
        begin(identity);
      }}
    />,
  );
}

function linkFor(identity: WebIdentity, onProblem: (detail: string) => void): StationLink {
  const address = new URL(`/screen/link?device=${encodeURIComponent(identity.deviceId)}`, location.href);
  address.protocol = location.protocol === "https:" ? "wss:" : "ws:";
  return webLink({
    // A browser cannot set headers on a WebSocket; the subprotocol carries the secret outside the address, which logs keep.
    openSocket: () => new WebSocket(address, [`kidsmart.${identity.secret}`]) as LinkSocket,
    storage: localStorage,
    fetchCatalogue: () => fetchJson("/catalogue.json", { cache: "no-cache" }),
    fetchLasting: (path) => fetchJson(path),
    now: Date.now,
    random: Math.random,
    newId: uuid,
    freeBytes: async () => {
      // Only pages of a secure address are told; without it the question stays open.
      const estimate = await navigator.storage?.estimate();
      return estimate?.quota === undefined ? null : estimate.quota - (estimate.usage ?? 0);
    },
    after: (ms, run) => void setTimeout(run, ms),
    builtAt: kidsmartBuild.builtAt,
    version: kidsmartBuild.version,
    shell: "web",
    reload: () => location.reload(),
    onProblem,
  });
}

async function fetchJson(path: string, options?: RequestInit): Promise<unknown> {
  const answer = await fetch(path, options);
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return answer.json();
}
