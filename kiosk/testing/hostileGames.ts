// Owns games that mean harm, or are merely broken: what each does, and what its host must make of it.
import { networkInterfaces } from "node:os";

/** Where a game tries to reach; tests listen there and hear nothing. */
export type Outside = {
  readonly httpPort: number;
  readonly udpPort: number;
  /** Whether WebRTC is tried too: no page can hold it back in a browser, only a shell can (ADR 0029). */
  readonly peers: boolean;
};

export type HostileGame = {
  readonly script: string;
  /** What the fault record says. Null: it does no harm, and is played to its end by the button. */
  readonly fault: { readonly kind: "gameCrash" | "gameHang"; readonly detail: RegExp } | null;
};

const crash = (detail: RegExp) => ({ kind: "gameCrash", detail }) as const;
const hang = (detail: RegExp) => ({ kind: "gameHang", detail }) as const;

/**
 * `kit` defines `kit.connectGame` as games of the SDK have it; `begin` a `tell(message)`, a list `onStart` and the
 * button `#win` that finishes the game (fixtureGames.ts).
 */
export function hostileGames(kit: string, begin: string, outside: Outside): Record<string, HostileGame> {
  const withKit = (body: string) => `${kit}
kit.connectGame(window, (start, host) => {
  const playing = { pause() {}, resume() {}, setVolume() {}, stop() {} };
  ${body}
  return playing;
});`;
  const atStart = (body: string) => `${begin}onStart.push(async () => { ${body} });`;
  const winning = `document.getElementById("win").addEventListener("click", () => {
    tell({ type: "finished", played: { rounds: 1, correctFirstTry: 1, hints: 0 } });
  });`;
  const away = `http://127.0.0.1:${outside.httpPort}`;
  return {
    "throws-at-load": { script: `throw new Error("never begun");`, fault: hang(/not ready/) },
    "throws-at-start": { script: withKit(`throw new Error("no wind");`), fault: crash(/no wind/) },
    "throws-later": {
      script: withKit(`setTimeout(() => { null.kite; }, 50);`),
      fault: crash(/Cannot read properties of null/),
    },
    rejects: {
      script: withKit(`void (async () => { await 0; throw new Error("promised"); })();`),
      fault: crash(/promised/),
    },
    "loops-at-load": { script: "for (;;);", fault: hang(/./) },
    "loops-later": { script: atStart("setTimeout(() => { for (;;); }, 50);"), fault: hang(/silent for/) },
    "never-ready": {
      script: `addEventListener("message", ({ ports }) => { ports[0]?.start(); });`,
      fault: hang(/not ready/),
    },
    "goes-to-another-game": {
      script: atStart(
        `location.href = new URL("../good-game/index.html", location.href).href.replace(/^game:.*/, "game://good-game/index.html");`,
      ),
      fault: crash(/left its page|leave its page/),
    },
    "goes-outside": {
      script: atStart(`location.href = "${away}/page";`),
      fault: crash(/left its page|leave its page/),
    },
    reloads: { script: atStart("location.reload();"), fault: crash(/left its page|leave its page/) },
    "sends-a-form": {
      script:
        atStart(`
        const form = document.createElement("form");
        form.method = "post"; form.action = "${away}/form"; document.body.append(form); form.submit();`) +
        winning,
      fault: null,
    },
    "opens-windows": {
      script:
        atStart(`
        for (const target of ["_blank", "_top", "_parent", "other"]) {
          try { open("${away}/window", target); } catch { /* refused */ }
          const link = document.createElement("a");
          link.href = "${away}/link"; link.target = target; document.body.append(link); link.click();
        }
        try { top.location.href = "${away}/top"; } catch { /* refused */ }`) + winning,
      fault: null,
    },
    "calls-the-network": { script: atStart(networkCalls(away, outside)) + winning, fault: null },
    "speaks-nonsense": { script: atStart(`tell({ type: "evil" });`), fault: crash(/foreign message/) },
    "sends-huge-messages": {
      script: atStart(`tell({ type: "hush", more: new ArrayBuffer(30_000_000) });`),
      fault: crash(/foreign message/),
    },
    "floods-its-host": {
      script: atStart(`for (let n = 0; n < 50_000; n += 1) tell({ type: "hush" });`),
      fault: crash(/more than \d+ messages/),
    },
    "floods-without-end": {
      script: atStart(`for (;;) tell({ type: "pong", n: 1 });`),
      fault: crash(/more than \d+ messages/),
    },
    "speaks-past-its-port": {
      script:
        atStart(`
        const forged = { type: "finished", played: { rounds: 99, correctFirstTry: 99, hints: 0 } };
        for (const each of [parent, top]) {
          each.postMessage(forged, "*");
          each.postMessage({ kidsmart: "port", protocol: 1 }, "*", [new MessageChannel().port1]);
          each.postMessage({ type: "station:event", status: null }, "*");
        }`) + winning,
      fault: null,
    },
    "finishes-twice": {
      script: `${begin}
        document.getElementById("win").addEventListener("click", () => {
          tell({ type: "finished", played: { rounds: 1, correctFirstTry: 1, hints: 0 } });
          tell({ type: "finished", played: { rounds: 7, correctFirstTry: 7, hints: 0 } });
        });`,
      fault: null,
    },
  };
}

/** Grows by 8 MB every 10 ms, as fast as it can be given the pages; for a shell that watches the memory of processes. */
export const growingGame = (begin: string): HostileGame => ({
  script: `${begin}onStart.push(() => {
    const kept = [];
    setInterval(() => { kept.push(new Uint8Array(8_000_000).fill(kept.length + 1)); }, 10);
  });`,
  fault: crash(/MB of memory/),
});

/** Every way out that a browser knows; each that seems to work is told as a fault. */
const networkCalls = (away: string, { httpPort, udpPort, peers }: Outside) => `
  const got = [];
  const attempt = async (name, call) => {
    try { if ((await call()) !== false) got.push(name); } catch { /* refused, as it should be */ }
  };
  const loaded = (made, add = true) => new Promise((resolve) => {
    made.onload = made.onloadeddata = () => resolve(true);
    made.onerror = () => resolve(false);
    if (add) document.body.append(made);
    setTimeout(() => resolve(false), 400);
  });
  const made = (tag, fields) => Object.assign(document.createElement(tag), fields);
  await Promise.all([
    attempt("fetch", () => fetch("${away}/fetch", { mode: "no-cors" })),
    attempt("fetch of its own files", () => fetch("./icon.svg")),
    attempt("XMLHttpRequest", () => new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.onload = () => resolve(true); request.onerror = reject;
      request.open("GET", "${away}/xhr"); request.send();
    })),
    attempt("WebSocket", () => new Promise((resolve, reject) => {
      const socket = new WebSocket("${away.replace("http", "ws")}/socket");
      socket.onopen = () => resolve(true); socket.onerror = reject;
    })),
    attempt("EventSource", () => new Promise((resolve, reject) => {
      const source = new EventSource("${away}/events");
      source.onopen = () => resolve(true);
      source.onerror = () => { source.close(); reject(new Error("refused")); };
    })),
    attempt("import", () => import("${away}/module.js")),
    attempt("image", () => loaded(made("img", { src: "${away}/image.png" }))),
    attempt("script", () => loaded(made("script", { src: "${away}/script.js" }))),
    attempt("style", () => loaded(made("link", { rel: "stylesheet", href: "${away}/style.css" }))),
    attempt("prefetch", () => loaded(made("link", { rel: "prefetch", href: "${away}/prefetch" }))),
    attempt("frame", () => { document.body.append(made("iframe", { src: "${away}/frame" })); return false; }),
    attempt("object", () => { document.body.append(made("object", { data: "${away}/object" })); return false; }),
    attempt("audio", () => loaded(made("audio", { src: "${away}/audio.opus", preload: "auto" }))),
    attempt("font", async () => (await new FontFace("away", "url(${away}/font.woff2)").load(), true)),
    attempt("worker", () => new Promise((resolve, reject) => {
      const worker = new Worker(URL.createObjectURL(new Blob(["postMessage(1)"])));
      worker.onmessage = () => resolve(true); worker.onerror = reject;
    })),
    attempt("beacon", () => { navigator.sendBeacon("${away}/beacon", "x"); return false; }),
    attempt("ping", () => { const a = made("a", { href: "#", ping: "${away}/ping" }); document.body.append(a); a.click(); return false; }),
    attempt("WebRTC", async () => {
      if (!${peers}) return false;
      const peer = new RTCPeerConnection({ iceServers: [
        { urls: ["stun:127.0.0.1:${udpPort}", "stun:${localAddress()}:${udpPort}"] },
        { urls: ["turn:127.0.0.1:${httpPort}?transport=tcp", "turn:${localAddress()}:${httpPort}?transport=tcp"], username: "a", credential: "b" },
      ] });
      peer.createDataChannel("x");
      await peer.setLocalDescription(await peer.createOffer());
      return await new Promise((resolve) => {
        peer.onicecandidate = ({ candidate }) => { if (candidate?.candidate.includes("srflx")) resolve(true); };
        setTimeout(() => resolve(false), 700);
      });
    }),
  ]);
  if (got.length > 0) tell({ type: "fault", message: "got: " + got.join(", ") });
  else document.getElementById("win").dataset.tried = "all";`;

function localAddress(): string {
  const found = Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .find(({ family, internal }) => family === "IPv4" && !internal);
  return found?.address ?? "127.0.0.1";
}
