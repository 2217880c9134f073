import { expect, test } from "vitest";
import { classroomPictures } from "../../../protocol/documents/classroomPictures.ts";
import { pictureFiles } from "../../pictureFiles.ts";

test("a screen carries every picture that a school may choose", async () => {
  const files = await pictureFiles();
  expect(classroomPictures.filter((name) => !files.has(name))).toEqual([]);
});
