// Tests who counts as not listening to the live channel any more.
import { expect, test } from "vitest";
import { watcherOf } from "./liveRoute.ts";

/** A browser that reads nothing. */
function unread() {
  const response = {
    destroyed: false,
    writableLength: 0,
    write(text: string) {
      response.writableLength += Buffer.byteLength(text);
      return false;
    },
    destroy() {
      response.destroyed = true;
      return response as never;
    },
  };
  return response;
}
const megabyte = 1024 * 1024;

test("a snapshot of any size is waited for, and so are the changes of a moment", () => {
  const watcher = watcherOf(unread());
  expect(watcher.send("s".repeat(8 * megabyte))).toBe(true);
  expect(watcher.send("c".repeat(megabyte / 2))).toBe(true);
});

test("a dashboard that reads nothing is let go of before it fills the memory", () => {
  const watcher = watcherOf(unread());
  watcher.send("s".repeat(2 * megabyte));
  const sent = Array.from({ length: 20 }, () => watcher.send("c".repeat(megabyte / 8)));
  expect(sent.slice(0, 8)).toEqual(new Array(8).fill(true));
  expect(sent.slice(8)).not.toContain(true);
});
