import { expect, test } from "vitest";
import { classroomPictures } from "../../../../protocol/documents/classroomPictures.ts";
import { vi } from "./vi.ts";

test("every picture that can be chosen has a name, and no other", () => {
  expect(Object.keys(vi.pictures).sort()).toEqual([...classroomPictures].sort());
});
