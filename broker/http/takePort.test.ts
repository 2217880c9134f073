// Tests which port a server gets.
import { expect, test } from "vitest";
import { failure, ok } from "../../protocol/result.ts";
import { takePort } from "./takePort.ts";

const listenExcept =
  (...taken: number[]) =>
  async (port: number) =>
    taken.includes(port) ? failure("PORT_TAKEN", String(port)) : ok(port);

test.each([
  ["the wished one when it is free", { port: 8080, insisted: false }, [], ok(8080)],
  ["the next free one when nobody insisted", { port: 8080, insisted: false }, [8080, 8081], ok(8082)],
  ["none when the user insisted", { port: 8080, insisted: true }, [8080], failure("PORT_TAKEN", "8080")],
  [
    "none above the last one there is",
    { port: 65535, insisted: false },
    [65535],
    failure("PORT_TAKEN", "65535"),
  ],
])("%s", async (_, wish, taken, expected) => {
  expect(await takePort(wish, listenExcept(...taken))).toEqual(expected);
});
