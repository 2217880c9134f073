// Owns `npm start`: a whole room on this machine. Hub, dashboard, one agent on this very computer, kiosk in a window.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { leanFlags } from "../agent/leanFlags.ts";
import { ensureBuilt } from "./build.ts";
import { hasDisplay, resolveKiosk } from "./room/kioskCommand.ts";
import { type Part, PartEnded, readyMessage, startPart } from "./room/part.ts";
import { enrolmentCodeFor, enrolmentLinkFor, readSampleSignIns } from "./room/sampleSchool.ts";
import { root } from "./root.ts";

const say = (text: string) => process.stdout.write(`${text}\n`);
const home = process.env["KIDSMART_HOME"] ?? join(root, ".kidsmart");
const environment: NodeJS.ProcessEnv = {
  KIDSMART_LOG: "warn",
  ...process.env,
  KIDSMART_HOME: home,
  // The kiosk then asks to be started again by its exit code instead of leaving a copy that nobody stops.
  KIDSMART_SUPERVISED: "1",
};
const node = (file: string, ...args: string[]) => ({
  command: process.execPath,
  args: ["--disable-warning=ExperimentalWarning", join(root, file), ...args],
});

/** The kiosk's exit code for "start me again", after a command from the hub. */
const startAgainCode = 75;

/** In the order they were started; stopped the other way round. */
const parts: Part[] = [];
let stopping: Promise<void> | undefined;

/** Ctrl-C often comes twice, from the terminal and passed on by npm: the second one waits for the first. */
async function stopAll(code: number): Promise<never> {
  stopping ??= (async () => {
    say("\nĐang dừng / stopping …");
    for (const part of [...parts].reverse()) await part.stop();
    say("Đã dừng. Dữ liệu được giữ nguyên / stopped; all data is kept.");
  })();
  await stopping;
  process.exit(code);
}

function begin(name: string, program: { command: string; args: readonly string[] }): Part {
  const part = startPart({
    name,
    ...program,
    environment,
    onLine: (line) => process.stderr.write(`[${name}] ${line}\n`),
  });
  parts.push(part);
  return part;
}

/** A part that a crash must not take away for good: started again after a pause that grows. */
function keepAlive(part: Part, again: () => Part, pauseMs = 1000): void {
  void part.ended.then((how) => {
    parts.splice(parts.indexOf(part), 1);
    if (stopping || how === 0) return;
    if (how === startAgainCode) return keepAlive(again(), again);
    process.stderr.write(`[${part.name}] ended (${how}); starting it again in ${pauseMs / 1000} s\n`);
    setTimeout(() => {
      if (!stopping) keepAlive(again(), again, Math.min(pauseMs * 2, 30_000));
    }, pauseMs);
  });
}

// A closed terminal, or `npm start | head`: nobody reads any more, but the room still stops in order.
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    void stopAll(0);
  });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stopAll(0));

try {
  await ensureBuilt();
  const begun = performance.now();

  const hub = begin("hub", node("broker/main.ts", "--sample"));
  const { url } = (await readyMessage(hub)) as { url: string };
  void hub.ended.then((how) => {
    if (stopping) return;
    process.stderr.write(`The hub ended (${how}); without it there is no room to show.\n`);
    return stopAll(1);
  });
  const hubSeconds = (performance.now() - begun) / 1000;
  const signIns = readSampleSignIns(home);

  const enrolled = existsSync(join(home, "agent", "identity.json"));
  const link = enrolled
    ? undefined
    : await enrolmentLinkFor(url, signIns, {
        deviceName: "Trạm 1",
        kind: "station",
        stationNumber: 1,
        emblem: "rabbit",
      });
  const startAgent = (...args: string[]) =>
    begin("agent", {
      command: process.execPath,
      args: [...leanFlags, join(root, "dist/agent/main.mjs"), ...args],
    });
  const agent = startAgent(...(link === undefined ? [] : ["--code", link]));
  await readyMessage(agent);
  keepAlive(agent, () => startAgent());

  const kiosk = await showKiosk(url);

  say(`
Kidsmart đang chạy (${hubSeconds.toFixed(1)} s). Bảng điều khiển / dashboard:

  ${url}

Đăng nhập mẫu / sample sign-ins:
${signIns.map(({ username, password, roleName, pin }) => `  ${username.padEnd(14)} ${password.padEnd(28)} ${roleName}${pin === undefined ? "" : ` · PIN ${pin}`}`).join("\n")}

${kiosk}
Dữ liệu / data: ${home}
Ctrl-C dừng tất cả / stops everything.`);
} catch (error) {
  // The part has already said on its own line what is wrong.
  process.stderr.write(
    error instanceof PartEnded
      ? `Kidsmart: ${error.message}.\n`
      : `Kidsmart: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  await stopAll(1);
}

async function showKiosk(url: string): Promise<string> {
  if (environment["KIDSMART_KIOSK"] === "off") return "Kiosk: tắt / off (KIDSMART_KIOSK=off)";
  if (hasDisplay(environment)) {
    const kiosk = await resolveKiosk(environment);
    if (kiosk.ok) {
      const startKiosk = () => begin("kiosk", kiosk.value);
      keepAlive(startKiosk(), startKiosk);
      return `Kiosk: cửa sổ trò chơi trên máy này / game window on this machine (Electron ${kiosk.value.version})`;
    }
    process.stderr.write(`Kidsmart: no Electron here (${kiosk.detail}); showing the web screen instead.\n`);
  }
  const screen = await enrolmentCodeFor(url, readSampleSignIns(home), {
    deviceName: "Màn hình web",
    kind: "screen",
    stationNumber: null,
    emblem: "desktop-computer",
  });
  return `Kiosk: mở trong trình duyệt / open in a browser:\n  ${url}/screen?code=${screen}`;
}
