import { describe, expect, test } from "vitest";
import { bootId } from "../../protocol/ids.ts";
import { makeFakeClock } from "../testing/fakeClock.ts";
import { makePlainRandom, openTestOutbox, temporaryFolder } from "../testing/fixtures.ts";
import { type BootNote, identifyBoot } from "./bootIdentity.ts";
import { powerAtStart } from "./power.ts";
import { openRunNotes, recallBoot } from "./runNotes.ts";

const boot = bootId.parse("00000000000000b1");
const otherBoot = bootId.parse("00000000000000b2");

describe("the boot id", () => {
  const random = makePlainRandom();

  test("Linux names it; equal names give equal ids", () => {
    const clock = makeFakeClock();
    const of = (name: string) => identifyBoot({ clock, random, before: undefined }, name).boot;
    expect(of("a")).toBe(of("a"));
    expect(of("a")).not.toBe(of("b"));
  });

  test("elsewhere it stays while the uptime goes on, and changes when the machine was off", () => {
    const clock = makeFakeClock();
    const first = identifyBoot({ clock, random, before: undefined }, null);
    clock.advance(3600_000);
    const again = identifyBoot({ clock, random, before: first }, null);
    expect(again.boot).toBe(first.boot);
    const restarted = makeFakeClock(clock.now() + 60_000);
    expect(identifyBoot({ clock: restarted, random, before: again }, null).boot).not.toBe(first.boot);
  });

  test("off for so long that the uptime is greater again is still a new boot", () => {
    const clock = makeFakeClock();
    const before: BootNote = { boot, mono: 500, beganAt: clock.now() - 24 * 3600_000 };
    expect(identifyBoot({ clock, random, before }, null).boot).not.toBe(boot);
  });
});

describe("the power records", () => {
  const left = (stopped: boolean) => ({ boot, run: 3, at: 77, stopped });

  test("the first start ever, and a start after a clean stop, are just starts", () => {
    expect(powerAtStart(undefined, boot)).toEqual([{ event: "start", scope: "machine", lastAliveAt: null }]);
    expect(powerAtStart(left(true), otherBoot)).toHaveLength(1);
  });

  test("a run that ended without a stop is told with its last sign of life", () => {
    expect(powerAtStart(left(false), boot)).toEqual([
      { event: "unexpectedStop", scope: "agent", lastAliveAt: 77 },
      { event: "start", scope: "agent", lastAliveAt: null },
    ]);
    expect(powerAtStart(left(false), otherBoot)[0]).toMatchObject({ scope: "machine", lastAliveAt: 77 });
  });

  test("runs are counted across restarts, and the boot note is found again", () => {
    const folder = temporaryFolder();
    const clock = makeFakeClock();
    const first = openTestOutbox({ folder, clock });
    const notes = openRunNotes(first.memory, clock, boot);
    first.append([], { remember: notes.now(false) });
    first.close();
    const second = openTestOutbox({ folder, clock });
    expect(openRunNotes(second.memory, clock, boot)).toMatchObject({
      run: 2,
      before: { run: 1, stopped: false },
    });
    expect(recallBoot(second.memory)?.boot).toBe(boot);
  });
});
