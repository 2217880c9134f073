import { describe, expect, it } from "vitest";
import { nearestInDirection } from "./focus.ts";
import { fitStage } from "./stage.ts";

describe("the stage", () => {
  it.each([
    ["4:3 projector", 1024, 768, 1024, 1],
    ["laptop", 1366, 768, 1366, 1],
    ["full HD", 1920, 1080, 1365.33, 1.40625],
    ["4K", 3840, 2160, 1365.33, 2.8125],
    ["upright tablet", 768, 1024, 1024, 0.75],
    ["very wide", 3440, 1080, 1500, 1.40625],
  ])("fits a %s", (_, width, height, units, scale) => {
    const fitted = fitStage(width, height);
    expect(fitted.width).toBeCloseTo(units, 1);
    expect(fitted.scale).toBeCloseTo(scale, 4);
    expect(fitted.width * fitted.scale).toBeLessThanOrEqual(width + 0.01);
    expect(768 * fitted.scale).toBeLessThanOrEqual(height + 0.01);
  });

  it("keeps targets of 100 units at 80 CSS pixels or more on every screen a room has", () => {
    for (const [width, height] of [
      [1024, 768],
      [1280, 720],
      [1366, 768],
      [1920, 1080],
      [3840, 2160],
    ] as const) {
      expect(100 * fitStage(width, height).scale).toBeGreaterThanOrEqual(80);
    }
  });
});

describe("arrow keys", () => {
  const row = [
    { x: 100, y: 100 },
    { x: 300, y: 110 },
    { x: 300, y: 400 },
  ];

  it("go to the nearest in their direction", () => {
    expect(nearestInDirection({ x: 0, y: 100 }, [1, 0], row)).toBe(0);
    expect(nearestInDirection({ x: 300, y: 110 }, [0, 1], row)).toBe(2);
  });

  it("stay where nothing lies ahead", () => {
    expect(nearestInDirection({ x: 400, y: 100 }, [1, 0], row)).toBe(-1);
  });
});
