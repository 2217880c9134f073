// Tests what stands on a kiosk when its disk takes nothing.
import { expect, it } from "vitest";
import type { DeviceCommand } from "../../protocol/messages/command.ts";
import { openOrders } from "./orders.ts";

const envelope = { id: "01900000-0000-7000-8000-000000000001" as never, issuedAt: 0, expiresAt: 9e12 };
const unlock: DeviceCommand = { ...envelope, issuedBy: "hub", name: "unlock" };
const locked = JSON.stringify({ lock: { since: 1, until: null }, message: null, volumePercent: null });

function lockedOnFullDisk() {
  const answers: string[][] = [];
  const problems: string[] = [];
  const orders = openOrders({
    keep: {
      load: () => locked,
      save() {
        throw new Error("ENOSPC");
      },
    },
    hubNow: () => 2000,
    mayCapture: () => false,
    showCamera: () => undefined,
    capture: () => Promise.reject(new Error("no window")),
    log: () => "",
    wait: () => Promise.resolve(),
    give: () => undefined,
    answer: (_command, ...answer) => answers.push(answer),
    onChanged: () => undefined,
    onProblem: (detail) => problems.push(detail),
  });
  return { orders, answers, problems };
}

it("An order opens a station whose disk is full, and says that it was not kept", () => {
  const { orders, answers, problems } = lockedOnFullDisk();
  expect(orders.standing().lock).not.toBeNull();
  orders.obey(unlock);
  expect(orders.standing().lock).toBeNull();
  expect(answers).toEqual([["done", expect.stringContaining("ổ đĩa")]]);
  expect(problems).toEqual([expect.stringContaining("ENOSPC")]);
});

it("So does a teacher at the station", () => {
  const { orders, problems } = lockedOnFullDisk();
  orders.unlock();
  expect(orders.standing().lock).toBeNull();
  expect(problems).toHaveLength(1);
});
