// Owns made-up game packs for tests: one that behaves, one that tries to get out, and whatever a test brings.
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const page = (script: string) =>
  `<!doctype html><html lang="vi"><meta charset="utf-8"><title>t</title><style>body{margin:0;background:#dff3c8}</style><body><button id="win" style="width:200px;height:200px">★</button><script crossorigin src="./game.js"></script></body></html><!-- ${script.length} -->`;

/** What every game here begins with: `tell(message)` to the host, and `onStart`, functions that run when it says start. */
export const begin = `
let port;
const tell = (message) => port.postMessage(message);
const onStart = [];
addEventListener("message", (event) => {
  if (port || !event.data || event.data.kidsmart !== "port") return;
  [port] = event.ports;
  port.onmessage = ({ data }) => {
    if (data.type === "ping") tell({ type: "pong", n: data.n });
    if (data.type === "stop") tell({ type: "finished", played: { rounds: 0, correctFirstTry: 0, hints: 0 } });
    if (data.type === "start") { tell({ type: "interactive" }); for (const run of onStart) run(data); }
  };
  tell({ type: "ready" });
});
`;

const scripts: Record<string, string> = {
  "good-game": `${begin}
document.getElementById("win").addEventListener("click", () => {
  tell({ type: "round", index: 0, correctFirstTry: true, hints: 0, durationMs: 5 });
  tell({ type: "finished", played: { rounds: 1, correctFirstTry: 1, hints: 0 } });
});`,
  "curious-game": `${begin}
onStart.push(async () => {
  const tries = {
    fetch: () => fetch("game://good-game/index.html"),
    outside: () => fetch("https://example.invalid/"),
    parent: () => parent.document.title,
    bridge: () => parent.kidsmart.begin(),
    node: () => require("node:fs"),
    own: () => { if (!window.kidsmart) throw new Error("none"); },
    storage: () => localStorage.setItem("a", "b"),
    open: () => { if (open("game://good-game/index.html") === null) throw new Error("refused"); },
    top: () => { top.location.href = "game://good-game/index.html"; },
    camera: () => navigator.mediaDevices.getUserMedia({ video: true }),
    eval: () => new Function("return 1")(),
  };
  const got = [];
  for (const [name, attempt] of Object.entries(tries)) {
    try { await attempt(); got.push(name); } catch { /* refused, as it should be */ }
  }
  tell({ type: "fault", message: "got: " + got.join(",") });
});`,
};

/** Writes `catalogue.json` and `games/` into a folder; `more` are scripts of further games by their ids. */
export function writeFixtureGames(folder: string, more: Readonly<Record<string, string>> = {}): void {
  const games = Object.entries({ ...scripts, ...more }).map(([id, script]) => {
    const contents: Record<string, string> = {
      "index.html": page(script),
      "game.js": script,
      "icon.svg": `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4" fill="#f7b"/></svg>`,
    };
    const files = Object.fromEntries(
      Object.entries(contents).map(([path, text]) => {
        mkdirSync(join(folder, "games", id), { recursive: true });
        writeFileSync(join(folder, "games", id, path), text);
        return [path, { bytes: Buffer.byteLength(text), sha256: sha256(text) }];
      }),
    );
    const title = { vi: id, en: id };
    return {
      id,
      version: "1.0.0",
      title,
      house: "thinking",
      domains: ["cognition"],
      goal: title,
      modes: ["quiz"],
      levels: [{ id: "one", ageBand: "5-6", title, modes: ["quiz"] }],
      prompts: {},
      icon: "icon.svg",
      files,
      hash: sha256(JSON.stringify(files)),
    };
  });
  writeFileSync(
    join(folder, "catalogue.json"),
    JSON.stringify({ games, hash: sha256(JSON.stringify(games)) }),
  );
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
