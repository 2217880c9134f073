// Whatever is killed when, every session record that the kiosk was told is kept is in the hub's database exactly once.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, expect, it } from "vitest";
import type { Part } from "../../tools/room/part.ts";
import { seededRandom } from "../random.ts";
import { findElectron } from "../room/realKiosk.ts";
import { openTestRoom, type TestRoom } from "../room/testRoom.ts";
import { until } from "../until.ts";
import { inElectron, killTestLesson, withoutWindow } from "./loadedKiosk.ts";

const kills = 54;
const electron = await findElectron();
let room: TestRoom | undefined;
afterEach(async () => {
  if (typeof electron !== "string") await electron.close();
  await room?.close();
});

it(`loses and doubles no session record when hub, agent and kiosk are killed ${kills} times under load`, {
  timeout: 400_000,
}, async () => {
  const seed = Number(process.env["KIDSMART_SEED"] ?? Date.now() % 1_000_000);
  const random = seededRandom(seed);
  const open = await openTestRoom({ KIDSMART_LOG: "error" });
  room = open;
  const journal = join(open.home, "journal.txt");
  const kiosks =
    typeof electron === "string" ? withoutWindow(open, journal) : inElectron(electron, open, journal);
  console.log(`kill test: KIDSMART_SEED=${seed} plays this run again; the kiosk is ${kiosks.with}`);

  const starters = {
    hub: () => killable(open.startHub()),
    agent: () => killable(open.startAgent()),
    kiosk: () => kiosks.start({ load: true }),
  };
  type Name = keyof typeof starters;
  const names: readonly Name[] = ["hub", "agent", "kiosk"];
  const parts = {
    hub: await starters.hub(),
    agent: await starters.agent(),
    kiosk: await kiosks.start({ load: true }),
  };
  const killed: Record<Name, number> = { hub: 0, agent: 0, kiosk: 0 };

  for (let count = 0; count < kills; count++) {
    const before = journalled(journal).length;
    // Under load: something new was promised since the last kill, then the blow falls at a moment of chance.
    await until("the kiosk makes records", () => journalled(journal).length > before);
    await wait(random() * 250);
    const name = names[Math.floor(random() * names.length)] ?? "hub";
    await parts[name].kill();
    killed[name]++;
    if (name === "kiosk") parts.kiosk = await starters.kiosk();
    else parts[name] = await starters[name]();
  }

  // What the kiosk kept and had not yet sent is sent by its next run, which makes nothing new.
  await parts.kiosk.kill();
  killed.kiosk++;
  const promised = journalled(journal);
  const last = await kiosks.start({ load: false });
  await arrival(open.home, promised);
  await last.finish();

  const stored = storedIds(open.home);
  console.log(
    `kill test: killed ${JSON.stringify(killed)}, ${promised.length} records promised, ${stored.length} stored`,
  );
  expect(new Set(stored).size).toBe(stored.length);
  expect(new Set(promised).size).toBe(promised.length);
  expect(promised.length).toBeGreaterThan(kills);
  // A record may be kept and its kiosk killed before anybody noted it: at most one for each kill of the kiosk.
  expect(stored.length - promised.length).toBeLessThanOrEqual(killed.kiosk);
});

/** On a slow machine there is more to bring and less speed: what counts is that it goes on. */
async function arrival(home: string, promised: readonly string[]): Promise<void> {
  let stored = new Set(storedIds(home));
  while (!promised.every((id) => stored.has(id))) {
    const { size } = stored;
    await until(
      `more than ${size} of ${promised.length} records are at the hub`,
      () => {
        stored = new Set(storedIds(home));
        return stored.size > size;
      },
      60_000,
    );
  }
}

async function killable(starting: Promise<Part>): Promise<{ kill(): Promise<void> }> {
  const part = await starting;
  return {
    async kill() {
      part.process.kill("SIGKILL");
      await part.ended;
    },
  };
}

/** Whole ids only: a kill may cut the last one. */
function journalled(file: string): string[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.length === 36);
}

/** Ids of the test's own session records; `id` is the primary key, so their number counts every stored one. */
function storedIds(home: string): string[] {
  const database = new DatabaseSync(join(home, "hub", "hub.db"), { readOnly: true });
  try {
    return database
      .prepare("SELECT id FROM record WHERE type = 'session' AND json_extract(body, '$.lessonId') = ?")
      .all(killTestLesson)
      .map((row) => String(row["id"]));
  } finally {
    database.close();
  }
}
