// Tests where addresses that were found in the network stand among those of the enrolment.
import { expect, test } from "vitest";
import { withFound } from "./withFound.ts";

const enrolled = ["mqtts://10.0.0.1:8883", "mqtts://hub.local:8883"];
const named = (from: number, count: number) =>
  Array.from({ length: count }, (_, n) => `mqtts://10.0.9.${from + n}:8883`);

test("however many are found, the addresses of the enrolment stay and get their turn", () => {
  let urls = enrolled;
  const tried = new Set<string>();
  for (let look = 0; look < 5; look += 1) {
    urls = withFound(urls, enrolled, named(look * 20, 20));
    expect(urls).toEqual(expect.arrayContaining(enrolled));
    expect(urls).toHaveLength(8);
    // Six failures until the next look.
    for (const url of urls.slice(0, 6)) tried.add(url);
    urls = [...urls.slice(6), ...urls.slice(0, 6)];
  }
  expect([...tried]).toEqual(expect.arrayContaining(enrolled));
});

test("what is found is tried first, also where the enrolment alone has all the places", () => {
  const many = named(100, 12);
  expect(withFound(enrolled, enrolled, named(1, 1))).toEqual([...named(1, 1), ...enrolled]);
  expect(withFound(many, many, named(1, 3))).toEqual([...named(1, 1), ...many]);
});
