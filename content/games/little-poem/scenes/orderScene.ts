// Owns hanging the pictures of a poem on a line in the order of its lines, after it was read.
import { cardRow, placeButton } from "../../../sdk/cards.ts";
import { drawing, element } from "../../../sdk/element.ts";
import { bringToPlaces } from "../../../sdk/scenes/bringToPlaces.ts";
import { hop, popIn, rejoice } from "../../../sdk/showing.ts";
import type { Scene } from "../../../sdk/table.ts";
import { peg } from "../drawings.ts";
import { pageTurns } from "../effects.ts";
import type { Question } from "../logic.ts";
import { createReader, lineCard, linePicture } from "../parts.ts";
import { lineKey, poemKey, sentence } from "../prompts.ts";

export const playOrder: Scene<Extract<Question, { kind: "order" }>> = async (table, question, tellWrong) => {
  const { poem, lines, mixed } = question;
  // Three pictures can be larger than four.
  const isRoomy = lines.length < 4;
  const all = lines.map((line) => ({ poem, line }));
  const reader = createReader(table, () => Promise.resolve());
  reader.root.classList.add("reads-first");
  const shown = linePicture({ poem, line: lines[0] ?? 0 });
  shown.classList.add("shown-line");
  table.stage.play.append(reader.root, shown);
  await reader.tell(() => table.speech.say([sentence("listen"), poemKey(poem)], 1200));
  await reader.read(all, (index) => {
    const line = all[index];
    if (!line) return;
    if (index > 0) table.sounds.play(pageTurns);
    shown.replaceChildren(...linePicture(line).childNodes);
    void table.motion.move(
      shown,
      [
        { transform: "translateX(8%) scale(.94)", opacity: 0.3 },
        { transform: "none", opacity: 1 },
      ],
      400,
    );
  });
  // Owl and book make room for the line.
  reader.root.remove();
  shown.remove();

  const places = all.map(({ line }) => ({
    name: `line-${line + 1}`,
    room: 1,
    line,
    root: placeButton(`${line + 1}`, "peg-place", drawing(peg(line + 1))),
  }));
  const things = mixed.map((line) => ({
    line,
    to: [`line-${line + 1}`],
    root: lineCard({ poem, line }, isRoomy ? "choice" : "hung"),
  }));
  const rope = element("div", isRoomy ? "rope roomy" : "rope", {}, ...places.map(({ root }) => root));
  table.stage.play.append(rope, cardRow(things.map(({ root }) => root)));
  for (const { root, line } of places) {
    root.addEventListener("click", () => {
      if (document.body.dataset["phase"] !== "asking" || document.querySelector("[data-picked]")) return;
      void hop(table, root);
      void table.speech.sayNow([lineKey({ poem, line })]);
    });
  }
  await popIn(
    table,
    [...places, ...things].map(({ root }) => root),
  );
  await bringToPlaces(table, {
    things,
    places,
    ask: [sentence("hang-up")],
    tellWrong,
    onPick: ({ line }) => void table.speech.sayNow([lineKey({ poem, line })]),
    onPlaced({ line, root }, { root: place }) {
      root.remove();
      const hung = linePicture({ poem, line });
      place.append(element("span", "hung-picture", {}, hung));
      void table.motion.move(
        hung,
        [{ transform: "rotate(-6deg)" }, { transform: "rotate(4deg)" }, { transform: "none" }],
        700,
      );
      void table.speech.sayNow([lineKey({ poem, line })]);
    },
    // What belongs on that peg, and the line of the picture that was brought.
    onWrong: async (_thing, { line }) => void (await table.speech.sayNow([lineKey({ poem, line })], 1200)),
  });
  // The whole poem once more, each picture in its turn.
  await table.timeline.wait(600);
  for (const { root, line } of places) {
    void hop(table, root);
    await table.speech.sayNow([lineKey({ poem, line })], 1500);
  }
  await rejoice(table, []);
};
