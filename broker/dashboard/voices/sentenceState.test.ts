import { expect, test } from "vitest";
import type { QueuedRecording, Recording, VoiceSentence } from "../../api/voices.ts";
import { givenName, nextToRecord, queueGroups, shownSentences, voicesOf } from "./sentenceState.ts";

let count = 0;
const recording = (more: Partial<Recording> = {}): Recording =>
  ({
    id: `${++count}`,
    state: "waiting",
    recordedById: "me",
    recordedAt: count,
    damaged: false,
    ...more,
  }) as Recording;
const sentence = (key: string, text: string, ...recordings: Recording[]): VoiceSentence => ({
  key,
  text,
  picture: null,
  saidBy: 1,
  bundled: null,
  recordings,
});
const keys = (sentences: readonly VoiceSentence[]) => sentences.map(({ key }) => key);

const list = [
  sentence(
    "a",
    "Con muốn chơi trò nào?",
    recording({ state: "approved", recordedById: "other" } as Partial<Recording>),
  ),
  sentence("b", "Đếm cùng cô nhé!"),
  sentence("c", "Giỏi lắm!", recording()),
  sentence("d", "Thử lại nào!", recording({ state: "returned" })),
  sentence("e", "Đúng rồi!", recording({ state: "approved", damaged: true })),
];
const shown = (more: Partial<Parameters<typeof shownSentences>[1]>) =>
  keys(shownSentences(list, { filter: "all", search: "", me: "me", ...more }));

test("sentences are found without accents", () => {
  expect(shown({ search: "dem cung" })).toEqual(["b"]);
  expect(shown({ search: "NAO" })).toEqual(["a", "d"]);
  expect(shown({ search: "" })).toHaveLength(5);
});

test("a sentence needs a voice when none is approved or waits; sent back and damaged ones do", () => {
  expect(shown({ filter: "missing" })).toEqual(["b", "d", "e"]);
  expect(shown({ filter: "mine" })).toEqual(["c", "d", "e"]);
});

test("the next sentence without a voice is behind this one, then from the beginning, never this one again", () => {
  expect(nextToRecord(list, "b")?.key).toBe("d");
  expect(nextToRecord(list, "e")?.key).toBe("b");
  expect(nextToRecord(list.slice(0, 2), "b")).toBeNull();
});

test("a damaged recording is nobody's voice", () => {
  expect(voicesOf(list[4] as VoiceSentence)).toMatchObject({ approved: null, damaged: true });
  expect(voicesOf(list[0] as VoiceSentence)).toMatchObject({ damaged: false, waiting: [] });
});

test("what waits longest stands first, and what cannot be used stands by itself", () => {
  const queued = (more: Partial<QueuedRecording>) =>
    ({ ...recording(), said: true, ...more }) as QueuedRecording;
  const [old, fresh] = [queued({ recordedAt: 1 }), queued({ recordedAt: 2 })];
  const [unsaid, broken] = [queued({ said: false }), queued({ damaged: true })];
  const back = queued({ state: "returned" });
  expect(queueGroups([fresh, unsaid, old, broken, back])).toEqual({
    waiting: [old, fresh],
    returned: [back],
    attention: [unsaid, broken],
  });
});

test("a person is called by the last word of the name", () => {
  expect([givenName("Đặng Mai Chi"), givenName(" Hoa "), givenName("")]).toEqual(["Chi", "Hoa", ""]);
});
