import { expect, test } from "vitest";
import { nextNumber, planStations } from "./stationRow.ts";

const taken = [
  { roomId: "a", stationNumber: 1, emblem: "fox" },
  { roomId: "a", stationNumber: 4, emblem: "panda" },
  { roomId: "b", stationNumber: 9, emblem: "owl" },
];
const plan = (more: Partial<Parameters<typeof planStations>[0]>) =>
  planStations({
    first: 1,
    count: 3,
    roomId: "a",
    taken,
    emblems: ["fox", "owl", "panda", "bear"],
    nameOf: (number) => `Trạm ${number}`,
    ...more,
  });

test("stations get the next numbers and animals that the room does not have yet", () => {
  expect(nextNumber(taken, "a")).toBe(5);
  expect(nextNumber(taken, "c")).toBe(1);
  expect(plan({ first: 5 })).toEqual({
    stations: [
      { deviceName: "Trạm 5", stationNumber: 5, emblem: "owl" },
      { deviceName: "Trạm 6", stationNumber: 6, emblem: "bear" },
      { deviceName: "Trạm 7", stationNumber: 7, emblem: "owl" },
    ],
    clashes: [],
  });
});

test("numbers that the room has already are named", () => {
  expect(plan({ first: 1, count: 5 }).clashes).toEqual([1, 4]);
});

test("with every animal taken they begin anew", () => {
  expect(plan({ emblems: ["fox", "panda"], count: 2 }).stations.map(({ emblem }) => emblem)).toEqual([
    "fox",
    "panda",
  ]);
});
