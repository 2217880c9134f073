import { expect, test } from "vitest";
import { makeEventReader } from "./eventStream.ts";

function readAll(chunks: readonly string[]): string[] {
  const found: string[] = [];
  const read = makeEventReader((data) => found.push(data));
  for (const chunk of chunks) read(chunk);
  return found;
}

test("an event may arrive in any pieces", () => {
  const text = 'retry: 2000\n\n: beat\n\ndata: {"a":1}\n\nevent: x\ndata: one\ndata: two\n\n';
  expect(readAll([text])).toEqual(['{"a":1}', "one\ntwo"]);
  expect(readAll([...text])).toEqual(['{"a":1}', "one\ntwo"]);
});

test("an event that is not finished is not given out", () => {
  expect(readAll(["data: half"])).toEqual([]);
});

test("lines may end as on Windows", () => {
  expect(readAll(["data: one\r\n\r\ndata: two\r\n\r\n"])).toEqual(["one", "two"]);
  expect(readAll([..."data: one\r\ndata: two\r\n\r\n"])).toEqual(["one\ntwo"]);
});
