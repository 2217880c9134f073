// Owns the stepping stones over the lotus pond: touched one by one they bring somebody home.
import { picture } from "../../../sdk/cards.ts";
import { drawing, element, pictureButton, units } from "../../../sdk/element.ts";
import { touchInOrder } from "../../../sdk/scenes/touchInOrder.ts";
import { hop, popIn, rejoice } from "../../../sdk/showing.ts";
import { standAt } from "../../../sdk/standAt.ts";
import type { Scene } from "../../../sdk/table.ts";
import { stoneHop } from "../effects.ts";
import type { Question } from "../logic.ts";
import { landmarkPictures, stone, walkerPictures } from "../pictures.ts";
import { answerKeys, questionKeys } from "../prompts.ts";

type StonesQuestion = Extract<Question, { kind: "stones" }>;
type Spot = { x: number; y: number };

export const playStones: Scene<StonesQuestion> = async (table, question, tellWrong) => {
  const { stones, lures, waves, walker } = question;
  const start: Spot = { x: -426, y: 420 };
  const home: Spot = { x: 416, y: 430 };
  const step = 620 / stones;
  const spots = waves.map((wave, index) => ({ x: (index - (stones - 1) / 2) * step, y: 440 + wave * 74 }));
  const makeStone = (spot: Spot) => ({
    spot,
    root: standAt(pictureButton("stone", "Viên đá", {}, picture(stone)), spot, 108, 96),
  });
  const path = spots.map(makeStone);
  // Stones that lead nowhere lie far from the way.
  const others = [
    { x: -150, y: 664 },
    { x: 190, y: 664 },
  ]
    .slice(0, lures)
    .map(makeStone);
  const line = [start, ...spots, home].map(({ x, y }) => `${x} ${y + 24}`).join("L");
  const way = standAt(
    element(
      "div",
      "dots",
      {},
      drawing(
        `<svg viewBox="-512 0 1024 768" fill="none"><path d="M${line}" stroke="#fff" stroke-opacity=".75" stroke-width="12" stroke-linecap="round" stroke-dasharray="1 26"/></svg>`,
      ),
    ),
    { x: 0, y: 384 },
    1024,
    768,
  );
  const body = element("span", "walker-body turned", {}, picture(walkerPictures[walker]));
  const figure = standAt(element("div", "walker", {}, body), start, 132);
  const house = standAt(
    element("div", "on-board", {}, picture(landmarkPictures.house)),
    { x: home.x, y: home.y - 20 },
    180,
    162,
  );
  table.stage.play.append(way, house, ...[...path, ...others].map(({ root }) => root), figure);
  figure.style.zIndex = "900";
  await popIn(table, [house, figure, ...[...path, ...others].map(({ root }) => root)], 70);

  let at = start;
  const jump = async (spot: Spot) => {
    const [across, down] = [at.x - spot.x, at.y - spot.y];
    at = spot;
    standAt(figure, { x: spot.x, y: spot.y - 40 }, 132);
    await table.motion.move(
      figure,
      [
        { transform: `translate(${units(across)},${units(down)})` },
        { transform: `translate(${units(across / 2)},${units(down / 2 - 80)}) rotate(6deg)` },
        { transform: "none" },
      ],
      520,
    );
  };
  await touchInOrder(table, {
    targets: [...path, ...others],
    order: path,
    ask: questionKeys(question),
    tellWrong,
    async onRight({ root, spot }, done) {
      table.sounds.play(stoneHop(done));
      root.classList.add("wet");
      await jump(spot);
    },
    onHint: async (_hint, expected) => hop(table, expected.root),
  });
  await jump({ x: home.x - 96, y: home.y + 60 });
  void hop(table, body);
  void hop(table, house);
  await rejoice(table, answerKeys(question));
};
