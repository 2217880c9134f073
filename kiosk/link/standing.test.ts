import { describe, expect, it } from "vitest";
import { isStandingOrder, nothingStands, obeyStanding, spanHolds } from "./standing.ts";
import { readStanding } from "./standingText.ts";

const envelope = { id: "x" as never, issuedAt: 0, expiresAt: 9, issuedBy: "hub" };

describe("what stands on a kiosk", () => {
  it("is changed by four orders, each leaving the others alone", () => {
    let standing = obeyStanding(nothingStands, { ...envelope, name: "lock", until: 5000 }, 1000);
    standing = obeyStanding(standing, { ...envelope, name: "message", text: "Chào", minutes: 2 }, 1000);
    standing = obeyStanding(standing, { ...envelope, name: "setVolume", percent: 30 }, 1000);
    expect(standing).toEqual({
      lock: { since: 1000, until: 5000 },
      message: { text: "Chào", since: 1000, until: 121_000 },
      volumePercent: 30,
    });
    expect(obeyStanding(standing, { ...envelope, name: "unlock" }, 2000)).toEqual({
      ...standing,
      lock: null,
    });
    expect(isStandingOrder({ ...envelope, name: "reboot" })).toBe(false);
  });

  it("ends by itself at its time, and without one only by an order", () => {
    const trusted = (now: number) => ({ now, trusted: true });
    expect(spanHolds({ since: 0, until: 5000 }, trusted(4999), 0)).toBe(true);
    expect(spanHolds({ since: 0, until: 5000 }, trusted(5000), 0)).toBe(false);
    expect(spanHolds({ since: 0, until: null }, trusted(Number.MAX_SAFE_INTEGER), 0)).toBe(true);
    expect(spanHolds(null, trusted(0), 0)).toBe(false);
  });

  it("does not outlast its length on a clock that fell back by years", () => {
    const fallen = { now: 1, trusted: false };
    const span = { since: 1_000_000, until: 1_060_000 };
    expect(spanHolds(span, fallen, 59_999)).toBe(true);
    expect(spanHolds(span, fallen, 60_000)).toBe(false);
    expect(spanHolds(span, null, 60_000)).toBe(false);
  });

  it("is read back as it was kept, and is nothing where what was kept is damaged", () => {
    const standing = { ...nothingStands, lock: { since: 1, until: null } };
    const problems: string[] = [];
    const read = (text: string | null) => readStanding(text, (detail) => problems.push(detail));
    expect(read(JSON.stringify(standing))).toEqual(standing);
    expect(read(null)).toEqual(nothingStands);
    expect(problems).toEqual([]);
    expect(read('{"lock":7}')).toEqual(nothingStands);
    expect(read("{")).toEqual(nothingStands);
    expect(problems).toHaveLength(2);
  });
});
