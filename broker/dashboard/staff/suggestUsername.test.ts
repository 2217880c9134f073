import { expect, test } from "vitest";
import { suggestUsername } from "./suggestUsername.ts";

test.each([
  ["Trần Thị Hoa", "hoatt"],
  ["  Đặng   Mai Chi ", "chidm"],
  ["Ân", "an"],
  ["Y", "y1"],
  ["Nguyễn (cô Út)", "utnc"],
  ["", ""],
])("the name %j proposes %j", (name, username) => {
  expect(suggestUsername(name, [])).toBe(username);
});

test("a user name that somebody has gets a number", () => {
  expect(suggestUsername("Trần Thị Hoa", ["hoatt", "hoatt2"])).toBe("hoatt3");
});
