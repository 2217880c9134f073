import { expect, test } from "vitest";
import { matchesSearch, plainText } from "./searchText.ts";

test("Vietnamese letters lose their marks, đ included, however they were typed", () => {
  expect(plainText("  Đếm  Trạm Thỏ Ưng ")).toBe("dem tram tho ung");
  expect(plainText("Trạm".normalize("NFD"))).toBe("tram");
});

test("every word must be found, in any order; an empty search finds all", () => {
  expect(matchesSearch("tho tram", "Trạm 5 · Lớp Thỏ Trắng")).toBe(true);
  expect(matchesSearch("tram 6", "Trạm 5 · Lớp Thỏ Trắng")).toBe(false);
  expect(matchesSearch("", "Trạm 5")).toBe(true);
});
