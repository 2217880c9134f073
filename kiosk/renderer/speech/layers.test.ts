import { expect, it } from "vitest";
import { type Speak, type Spoken, speakInOrder } from "./layers.ts";

function setUp() {
  const story: string[] = [];
  const silence = new AbortController();
  const voice =
    (name: string, spoken: Spoken): Speak =>
    (begun) => {
      story.push(name);
      if (spoken !== "failed") begun();
      return Promise.resolve(spoken);
    };
  const speak = (layers: Parameters<typeof speakInOrder>[0]) =>
    speakInOrder(layers, silence.signal, (layer) => story.push(`by ${layer}`));
  return { story, silence, voice, speak };
}

it("The teacher's recording speaks before the system's voice, and that before the recording of the game", async () => {
  const { voice, speak, story } = setUp();
  const all = { bundled: voice("c", "heard"), system: voice("b", "heard"), own: voice("a", "heard") };
  expect(await speak(all)).toBe(true);
  expect(await speak({ ...all, own: null })).toBe(true);
  expect(await speak({ bundled: all.bundled })).toBe(true);
  expect(story).toEqual(["a", "by own", "b", "by system", "c", "by bundled"]);
});

it("A voice that fails gives way to the next one, and the sentence counts as heard", async () => {
  const { voice, speak, story } = setUp();
  const [own, system, bundled] = [voice("a", "failed"), voice("b", "failed"), voice("c", "heard")];
  expect(await speak({ own, system, bundled })).toBe(true);
  expect(story).toEqual(["a", "b", "c", "by bundled"]);
});

it("Without any voice, or when all of them fail, the sentence answers that nobody heard it", async () => {
  const { voice, speak } = setUp();
  expect(await speak({})).toBe(false);
  expect(await speak({ own: voice("a", "failed"), bundled: voice("c", "failed") })).toBe(false);
});

it("A sentence that was cut off is not begun again by another voice", async () => {
  const { voice, speak, story } = setUp();
  expect(await speak({ own: voice("a", "cut"), bundled: voice("c", "heard") })).toBe(false);
  expect(story).toEqual(["a", "by own"]);
});

it("No voice begins after somebody wanted silence", async () => {
  const { voice, speak, story, silence } = setUp();
  const own: Speak = async () => {
    silence.abort();
    return "failed";
  };
  expect(await speak({ own, bundled: voice("c", "heard") })).toBe(false);
  expect(story).toEqual([]);
});
