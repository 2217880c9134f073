import { expect, test } from "vitest";
import { en } from "./en.ts";
import { vi } from "./vi.ts";

function flatten(value: object, path = ""): [string, string][] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    typeof inner === "string"
      ? [[`${path}${key}`, inner] as [string, string]]
      : flatten(inner as object, `${path}${key}.`),
  );
}
const english = new Map(flatten(en));
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();

test("both languages have the same keys with the same placeholders", () => {
  const vietnamese = flatten(vi);
  expect([...english.keys()].sort()).toEqual(vietnamese.map(([key]) => key).sort());
  for (const [key, text] of vietnamese)
    expect([key, placeholders(english.get(key) ?? "")]).toEqual([key, placeholders(text)]);
});

test("no text is empty and every text is written in composed letters", () => {
  for (const [key, text] of [...flatten(vi), ...english]) {
    expect([key, text.trim()]).not.toEqual([key, ""]);
    expect([key, text.normalize("NFC")]).toEqual([key, text]);
  }
});
