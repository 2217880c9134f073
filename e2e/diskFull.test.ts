// The hub's disk really fills up: nothing is acknowledged, the device keeps all of it, the dashboard says so, and everything arrives once there is space.
import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openOutbox } from "../agent/outbox/outbox.ts";
import { systemClock } from "../agent/time/clock.ts";
import { systemRandom } from "../agent/time/random.ts";
import { makeUplink } from "../agent/uplink/uplink.ts";
import { type HubDisk, hubDisk } from "../broker/api/hubDisk.ts";
import { type Client, type ServedHub, startServedHub } from "../broker/http/servedHubFixture.ts";
import { bootId, type RecordId } from "../protocol/ids.ts";
import { makeLog } from "../runtime/log.ts";

/** A disk of its own in memory: small, and really full when it is full. */
function mountSmallDisk(): { path: string; unmount: () => void } | undefined {
  const path = mkdtempSync(join(tmpdir(), "kidsmart-small-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=64m", "tmpfs", path], { stdio: "ignore" });
  } catch {
    rmSync(path, { recursive: true });
    return undefined;
  }
  return {
    path,
    unmount() {
      execFileSync("umount", [path]);
      rmSync(path, { recursive: true });
    },
  };
}

const disk = mountSmallDisk();
const boot = bootId.parse("00000000000000b5");
const log = makeLog("agent", { KIDSMART_LOG: "silent" });

// Only where this account may make a disk; continuous integration may.
describe.skipIf(disk === undefined)("a hub on a disk that fills up", () => {
  const small = disk?.path ?? "";
  const filler = join(small, "somebody-elses-films");
  let served: ServedHub;
  let officer: Client;
  let outbox: ReturnType<typeof openOutbox>;
  let uplink: ReturnType<typeof makeUplink>;
  const folder = mkdtempSync(join(tmpdir(), "kidsmart-keeps-"));
  const made: string[] = [];

  beforeAll(async () => {
    const usual = process.env["TMPDIR"];
    process.env["TMPDIR"] = small;
    served = await startServedHub();
    if (usual === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = usual;
    officer = await served.as("itOfficer");
    const order = {
      deviceName: "Trạm 1",
      kind: "station",
      roomId: null,
      stationNumber: 1,
      emblem: "fish",
    } as const;
    const actor = { staffId: null, name: "Thử" };
    const code = await served.hub.core.enrolments.create(actor, order);
    if (!code.ok) throw new Error(code.detail);
    const claim = { code: code.value.code, via: "agent", hostname: "tram-1" } as const;
    const claimed = await served.hub.core.enrolments.claim(claim, "127.0.0.1");
    if (!claimed.ok) throw new Error(claimed.detail);
    const identity = { ...claimed.value, mqttUrl: `mqtt://127.0.0.1:${served.hub.mqttPort}` };
    outbox = openOutbox({
      file: join(folder, "outbox.db"),
      owner: identity.deviceId,
      clock: systemClock,
      random: systemRandom,
      boot: () => boot,
    });
    const nothing = () => {};
    uplink = makeUplink({
      ...{ clock: systemClock, random: systemRandom, log, outbox, identity, room: () => null, boot, run: 1 },
      birth: () => ({
        ...{ agent: "0.1.0", kiosk: null, have: { plan: 0, config: 0, content: 0 } },
        clock: { at: Date.now(), mono: systemClock.mono(), trusted: true },
      }),
      events: {
        ...{ desired: nothing, desiredRefused: nothing, deviceCommand: nothing, roomCommand: nothing },
        ...{ hubTime: nothing, online: nothing, newSecret: nothing, watch: nothing },
      },
      settings: { ackWithinMs: 500 },
    } as Parameters<typeof makeUplink>[0]);
    uplink.start();
  });
  afterAll(async () => {
    await uplink?.stop();
    outbox?.close();
    await served?.close();
    disk?.unmount();
    rmSync(folder, { recursive: true, force: true });
  });

  /** What must never be lost: a teacher's word that something is broken. */
  function report(note: string): void {
    const id = v7() as RecordId;
    made.push(id);
    outbox.append([
      {
        ...{ type: "report", id, at: Date.now(), mono: systemClock.mono(), boot },
        body: { part: "mouse", note, staffId: null, sessionId: null },
      },
    ]);
  }
  const stored = async () =>
    (await served.hub.store.query.selectFrom("record").where("type", "=", "report").select("id").execute())
      .map(({ id }) => id)
      .sort();
  const told = async (): Promise<HubDisk> => hubDisk.parse(await (await officer("showHubDisk")).json());
  const healthz = async () => (await fetch(`${served.hub.url}/healthz`)).status;

  function fillUp(): void {
    const file = openSync(filler, "w");
    for (let bytes = 1 << 20; bytes >= 512; bytes >>= 1)
      try {
        for (;;) writeSync(file, Buffer.alloc(bytes, 1));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
      }
    closeSync(file);
  }

  test("nothing is acked, everything is kept, people are told, and all of it arrives once there is space", async () => {
    report("trước khi đầy");
    await expect.poll(stored).toEqual([...made].sort());
    await expect.poll(() => outbox.released()).toBeGreaterThan(0);
    const before = [...made].sort();
    const releasedBefore = outbox.released();

    fillUp();
    expect(statfsSync(small).bavail).toBe(0);
    // As much as a free page or two at the end of the log could still take.
    for (let n = 0; n < 40; n++) report("chuột hỏng ".repeat(80));
    await expect.poll(healthz).toBe(503);
    await expect.poll(async () => (await told()).state).toBe("full");
    expect((await told()).freeBytes).toBe(0);
    expect((await officer("board")).status).toBe(200);
    expect(await stored()).toEqual(before);
    expect(outbox.released()).toBe(releasedBefore);

    rmSync(filler);
    await expect.poll(stored).toEqual([...made].sort());
    await expect.poll(() => outbox.released()).toBe(outbox.lastSeq());
    await expect.poll(healthz).toBe(200);
    expect((await told()).state).not.toBe("full");
  });
});
