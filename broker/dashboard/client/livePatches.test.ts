import { QueryClient } from "@tanstack/react-query";
import { beforeEach, expect, test } from "vitest";
import { type LivePatches, makeLivePatches } from "./livePatches.ts";

type Lamp = { readonly on: boolean; readonly seen: number };

const key = ["lamp", {}];
let client: QueryClient;
let patches: LivePatches;
let answer: (lamp: Lamp) => void;
let fail: (error: Error) => void;

beforeEach(() => {
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  patches = makeLivePatches(client);
});

const ask = () =>
  client
    .fetchQuery({
      queryKey: key,
      queryFn: () =>
        new Promise<Lamp>((resolve, reject) => {
          answer = resolve;
          fail = reject;
        }),
    })
    .catch(() => undefined);
const turnOn = () => patches.patch<Lamp>(key, (lamp) => lamp && { ...lamp, on: true });

test("a change shows at once", () => {
  client.setQueryData(key, { on: false, seen: 1 });
  turnOn();
  expect(client.getQueryData(key)).toEqual({ on: true, seen: 1 });
});

test("a reply that was asked for before a change does not undo it, and what else it says counts", async () => {
  client.setQueryData(key, { on: false, seen: 1 });
  const asked = ask();
  turnOn();
  answer({ on: false, seen: 2 });
  await asked;
  expect(client.getQueryData(key)).toEqual({ on: true, seen: 2 });
});

test("a change before the first reply is not lost", async () => {
  const asked = ask();
  turnOn();
  answer({ on: false, seen: 1 });
  await asked;
  expect(client.getQueryData(key)).toEqual({ on: true, seen: 1 });
});

test("what is asked for after a change is believed", async () => {
  client.setQueryData(key, { on: false, seen: 1 });
  let asked = ask();
  turnOn();
  fail(new Error("the hub is away"));
  await asked;
  asked = ask();
  answer({ on: false, seen: 3 });
  await asked;
  expect(client.getQueryData(key)).toEqual({ on: false, seen: 3 });
});

test("a closed channel changes nothing any more", async () => {
  client.setQueryData(key, { on: false, seen: 1 });
  const asked = ask();
  turnOn();
  patches.close();
  answer({ on: false, seen: 2 });
  await asked;
  expect(client.getQueryData(key)).toEqual({ on: false, seen: 2 });
});
