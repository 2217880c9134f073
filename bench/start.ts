// Owns the start benchmark: `npm start` with everything installed, from the command to a dashboard that answers.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import { ensureBuilt } from "../tools/build.ts";
import { freePort } from "../tools/freePort.ts";
import { interrupt, ownGroup } from "../tools/room/interrupt.ts";
import { root } from "../tools/root.ts";
import { type Benchmark, median } from "./benchmark.ts";

const runs = 5;

export const startBenchmark: Benchmark = {
  name: "start",
  aims: { firstStartSeconds: { atMost: 3 }, laterStartSeconds: { atMost: 3 } },
  async measure() {
    await ensureBuilt();
    const first: number[] = [];
    const later: number[] = [];
    for (let run = 0; run < runs; run++) {
      const home = mkdtempSync(join(tmpdir(), "kidsmart-start-"));
      // The first start makes the sample school, the later one finds it.
      first.push(await secondsToDashboard(home));
      later.push(await secondsToDashboard(home));
      rmSync(home, { recursive: true, force: true });
    }
    return { figures: { firstStartSeconds: median(first), laterStartSeconds: median(later) } };
  },
};

async function secondsToDashboard(home: string): Promise<number> {
  const httpPort = await freePort();
  const begun = performance.now();
  const start = spawn("npm", ["start", "--silent"], {
    cwd: root,
    env: {
      ...process.env,
      KIDSMART_HOME: home,
      KIDSMART_HTTP_PORT: String(httpPort),
      KIDSMART_MQTT_PORT: String(await freePort()),
      KIDSMART_KIOSK: "off",
    },
    stdio: ["ignore", "pipe", "inherit"],
    ...ownGroup,
  });
  const whole = allPrinted(start.stdout, "Ctrl-C");
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${httpPort}/`).catch(() => undefined);
    const page = answer?.ok ? await answer.text() : "";
    if (page.includes('<div id="root">')) break;
    if (start.exitCode !== null) throw new Error(`npm start ended with ${start.exitCode}`);
    await wait(10);
  }
  const seconds = (performance.now() - begun) / 1000;
  await whole;
  interrupt(start);
  await once(start, "close");
  return seconds;
}

/** Reading goes on after the mark: a reader that left would break the command's output. */
function allPrinted(stream: NodeJS.ReadableStream, mark: string): Promise<void> {
  let text = "";
  return new Promise((resolve) => {
    stream.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes(mark)) resolve();
    });
  });
}
