import { expect, test } from "vitest";
import type { LiveEvent } from "../../api/live.ts";
import type { Board, BoardRoom, Station } from "../../api/rooms.ts";
import { applyLiveEvent } from "./applyLiveEvent.ts";

const station = (deviceId: string, stationNumber: number, light = "green") =>
  ({ deviceId, name: `Trạm ${stationNumber}`, stationNumber, light }) as Station;
const room = (id: string, stations: Station[]) =>
  ({ id, name: id, stations, current: null }) as unknown as BoardRoom;
const board = (...rooms: BoardRoom[]) =>
  ({
    rooms,
    classes: [],
    lessons: [],
    capMinutes: { "3-4": 15, "4-5": 20, "5-6": 30 },
    now: 0,
    quarantined: 0,
  }) as Board;
const stationEvent = (roomId: string | null, changed: Station) =>
  ({ type: "station", roomId, station: changed }) as LiveEvent;

test("a snapshot replaces the board", () => {
  const fresh = board(room("kidsmart", []));
  expect(applyLiveEvent(board(), { type: "board", board: fresh })).toBe(fresh);
});

test("a station's delta replaces that station only", () => {
  const untouched = room("classroom", [station("x", 1)]);
  const before = board(room("kidsmart", [station("a", 1), station("b", 2)]), untouched);
  const after = applyLiveEvent(before, stationEvent("kidsmart", station("b", 2, "red")));
  expect(after?.rooms[0]?.stations.map(({ light }) => light)).toEqual(["green", "red"]);
  expect(after?.rooms[1]).toBe(untouched);
});

test("a station that moved is in its new room only, in the order of numbers", () => {
  const before = board(room("old", [station("a", 2)]), room("new", [station("b", 1), station("c", 3)]));
  const after = applyLiveEvent(before, stationEvent("new", station("a", 2)));
  expect(after?.rooms.map(({ stations }) => stations.map(({ deviceId }) => deviceId))).toEqual([
    [],
    ["b", "a", "c"],
  ]);
});

test("a station that left every room is on no room's list", () => {
  const after = applyLiveEvent(board(room("old", [station("a", 1)])), stationEvent(null, station("a", 1)));
  expect(after?.rooms[0]?.stations).toEqual([]);
});

test("deltas before the first snapshot are ignored", () => {
  expect(applyLiveEvent(undefined, stationEvent("kidsmart", station("a", 1)))).toBeUndefined();
});

test("a room's delta replaces the room or adds it", () => {
  const after = applyLiveEvent(board(room("a", [])), { type: "room", room: room("b", [station("x", 1)]) });
  expect(after?.rooms.map(({ id }) => id)).toEqual(["a", "b"]);
});
