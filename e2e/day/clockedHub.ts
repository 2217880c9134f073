// Owns the hub of the school day: a whole one, a process of its own that can be killed, whose clock the test moves.
// Arguments: data folder, first instant (UTC ms), "sample" to make the sample school.
import { join } from "node:path";
import { startHub } from "../../broker/hub.ts";
import { makeLog } from "../../runtime/log.ts";
import { root } from "../../tools/root.ts";

/** To the hub: the time is now `at`. It answers `{ type: "time", at }` once it is. */
export type ClockWord = { readonly type: "time"; readonly at: number };

const [home, begin, sample] = process.argv.slice(2);
if (home === undefined || begin === undefined) throw new Error("needs a data folder and an instant");
const beginAt = Number(begin);
let now = beginAt;
process.on("message", (word: ClockWord) => {
  now = word.at;
  process.send?.(word);
});

// Nothing is guessed here; the real cost is measured elsewhere.
const cheap = { N: 64, r: 8, p: 1 };
const hub = await startHub({
  home,
  dist: join(root, "dist"),
  version: "0.0.0-test",
  sample: sample === "sample",
  schoolName: "Trường Mầm non Ngày Học",
  httpHost: "127.0.0.1",
  http: { port: Number(process.env["KIDSMART_HTTP_PORT"]), insisted: true },
  mqtt: { port: Number(process.env["KIDSMART_MQTT_PORT"]), insisted: true },
  log: makeLog("hub", { KIDSMART_LOG: "warn" }),
  clock: { now: () => now, mono: () => now - beginAt },
  cost: { password: cheap, pin: cheap },
});
if (!hub.ok) throw new Error(hub.detail);
process.send?.({ type: "ready", url: hub.value.url });
process.once("SIGTERM", () => void hub.value.stop().finally(() => process.exit(0)));
