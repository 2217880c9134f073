// Owns every sentence the game can ask the host to speak, and which of them a question needs. Pure.
import type { LineOf, Question } from "./logic.ts";
import { lineAt, linesOf, type PoemName, poemNames, poems, type Rhyme, rhymes } from "./poems.ts";
import { type Thing, thingNames, things } from "./things.ts";

type Text = { vi: string; en: string };

const sentences = {
  listen: { vi: "Bé nghe thơ nhé!", en: "Listen to the poem." },
  "which-picture": { vi: "Tranh nào có trong câu thơ vừa nghe?", en: "Which picture was in the line?" },
  "tap-along": { vi: "Đèn nào sáng, bé chạm vào đèn ấy nhé!", en: "Touch the lantern that shines." },
  "what-next": { vi: "Sau câu này là tranh nào?", en: "Which picture comes after this line?" },
  "hang-up": {
    vi: "Bé treo tranh lên dây theo thứ tự bài thơ nhé!",
    en: "Hang the pictures up in the poem's order.",
  },
  "word-missing": { vi: "Tiếng nào còn thiếu?", en: "Which word is missing?" },
  "which-rhymes": { vi: "Tranh nào cùng vần với tiếng", en: "Which picture rhymes with" },
  "explore-book": {
    vi: "Bé lật trang sách, chạm vào tranh và nghe thơ nhé!",
    en: "Turn the pages, touch the pictures, hear the poem.",
  },
} as const satisfies Record<string, Text>;

/** A sentence by its key, checked when the code is compiled. */
export const sentence = (key: keyof typeof sentences) => key;
export const lineKey = ({ poem, line }: LineOf) => `line-${poem}-${line + 1}`;
export const poemKey = (poem: PoemName) => `poem-${poem}` as const;
export const thingKey = (thing: Thing) => `thing-${thing}` as const;
export const rhymeKey = ({ word }: Rhyme) => `rhyme-${word}` as const;
export const openKey = ({ poem, line }: Rhyme) => `open-${poem}-${line + 1}`;

export const poemKeys = (poem: PoemName, lines: readonly number[] = [0, 1, 2, 3]): string[] =>
  lines.map((line) => lineKey({ poem, line }));

/** A line without its last word; the voice stays in the air. */
const withoutEnd = (text: string) => `${text.split(" ").slice(0, -1).join(" ")}…`;

/** Every prompt of the game's own: key → what is said. */
export function listPrompts(): Record<string, Text> {
  const prompts: Record<string, Text> = { ...sentences };
  for (const poem of poemNames) {
    prompts[poemKey(poem)] = { vi: `${poems[poem].title.vi}.`, en: `${poems[poem].title.en}.` };
    for (const [line, { vi, en }] of linesOf(poem).entries())
      prompts[lineKey({ poem, line })] = { vi: `${vi}.`, en };
  }
  for (const thing of thingNames)
    prompts[thingKey(thing)] = { vi: `${things[thing].vi}.`, en: `${things[thing].en}.` };
  for (const rhyme of rhymes) {
    const { vi, en } = lineAt(rhyme.poem, rhyme.line);
    prompts[rhymeKey(rhyme)] = { vi: `${rhyme.vi}.`, en: `“${rhyme.vi}”: ${rhyme.en}.` };
    prompts[openKey(rhyme)] = { vi: withoutEnd(vi), en: withoutEnd(en) };
  }
  return prompts;
}

/** The line that stands beside another in its rhyme: the one before, or after the first of a pair. */
const besides = (line: number) => (line % 2 === 0 ? line + 1 : line - 1);

/** The two lines of a rhyme with the last word left open. */
export const openKeys = (rhyme: Rhyme): string[] => [
  lineKey({ poem: rhyme.poem, line: besides(rhyme.line) }),
  openKey(rhyme),
];

/** What is asked aloud, and again when a child wants to hear it once more. */
export function questionKeys(question: Question): string[] {
  switch (question.kind) {
    case "heard":
      return [lineKey(question.asked), sentence("which-picture")];
    case "beat":
      return [lineKey(question.asked), sentence("tap-along")];
    case "next":
      return [lineKey(question.after), sentence("what-next")];
    case "order":
      return [...poemKeys(question.poem, question.lines), sentence("hang-up")];
    case "missing":
      return [...openKeys(question.rhyme), sentence("word-missing")];
    case "rhyme":
      return [sentence("which-rhymes"), rhymeKey(question.rhyme)];
  }
}

/** What tells the answer once it is found. */
export function answerKeys(question: Question): string[] {
  switch (question.kind) {
    case "heard":
    case "beat":
      return [lineKey(question.asked)];
    case "next":
      return [lineKey(question.after), lineKey(question.asked)];
    case "order":
      return [];
    case "missing":
      return [
        lineKey({ poem: question.rhyme.poem, line: besides(question.rhyme.line) }),
        lineKey(question.rhyme),
      ];
    case "rhyme":
      return [rhymeKey(question.rhyme), thingKey(question.asked)];
  }
}
