// Owns questions answered by touching somebody: in, on or under; near or far; left, right, before or behind; whose way is the shortest.
import { cardRow, picture } from "../../../sdk/cards.ts";
import { drawing, element, pictureButton } from "../../../sdk/element.ts";
import { type Choice, chooseOne } from "../../../sdk/scenes/chooseOne.ts";
import { hop, popIn, rejoice } from "../../../sdk/showing.ts";
import { standAt } from "../../../sdk/standAt.ts";
import type { Scene, Table, TellWrong } from "../../../sdk/table.ts";
import { stoneHop } from "../effects.ts";
import type { Question } from "../logic.ts";
import { holderPictures, landmarkPictures, lids, stone, walkerPictures } from "../pictures.ts";
import { answerKeys, questionKeys, relationKey, sentence, sideKey, walkerKey } from "../prompts.ts";
import { type Holder, type Relation, type Side, sideNames, type Walker, walkers } from "../village.ts";

type Asked<Kind> = Extract<Question, { kind: Kind }>;
type Offered = Choice & { readonly said: readonly string[] };

/** Asks, and lets the chosen one hop. */
async function ask(
  table: Table,
  question: Question,
  tellWrong: TellWrong,
  choices: readonly Offered[],
  onHint?: () => Promise<void>,
) {
  const chosen = await chooseOne(table, {
    choices,
    ask: questionKeys(question),
    tellWrong,
    onTouch: ({ said, correct }) => {
      // Of a wrong one it is said where it is: that is the hint.
      if (!correct) void table.speech.sayNow(said);
    },
    ...(onHint ? { onHint } : {}),
  });
  void hop(table, chosen.root);
  await rejoice(table, answerKeys(question));
}

const walkerButton = (walker: Walker, className = "") =>
  pictureButton(`stander ${className}`, walkers[walker].vi, {}, picture(walkerPictures[walker]));

/** Somebody in, on, under or beside what holds them: layers from the back to the front. */
function drawWhere(walker: Walker, holder: Holder, relation: Relation): HTMLElement {
  const { back, front } = holderPictures[holder];
  const layer = (source: string) => element("span", "layer", {}, picture(source));
  const someone = element("span", "someone", {}, picture(walkerPictures[walker]));
  const behind = [layer(back)];
  const before =
    relation === "in" || lids[holder] === "" ? [layer(front)] : [layer(front), layer(lids[holder])];
  const layers =
    relation === "in" || relation === "under"
      ? [...behind, someone, ...before]
      : [...behind, ...before, someone];
  return element("span", `where where-${relation} at-${holder}`, {}, ...layers);
}

export const playWhere: Scene<Asked<"where">> = async (table, question, tellWrong) => {
  const { walker, holder, shown, asked } = question;
  const choices = shown.map((relation) => ({
    correct: relation === asked,
    said: [relationKey(holder, relation)],
    root: pictureButton(
      "picture-card picture-card-large where-card",
      relation,
      {},
      drawWhere(walker, holder, relation),
    ),
  }));
  table.stage.play.append(
    cardRow(
      choices.map(({ root }) => root),
      "middle",
    ),
  );
  await popIn(
    table,
    choices.map(({ root }) => root),
  );
  await ask(table, question, tellWrong, choices);
};

export const playNearFar: Scene<Asked<"nearFar">> = async (table, question, tellWrong) => {
  const { distances, asked } = question;
  const best = asked === "near" ? Math.min(...distances) : Math.max(...distances);
  const house = standAt(
    element("div", "on-board", {}, picture(landmarkPictures.house)),
    { x: 350, y: 420 },
    300,
    270,
  );
  const choices = question.walkers.map((walker, index) => {
    const distance = distances[index] ?? 1;
    return {
      distance,
      correct: distance === best,
      said: [walkerKey(walker)],
      root: standAt(walkerButton(walker), { x: 330 - distance * 246, y: 540 - (distance % 2) * 30 }, 168),
    };
  });
  table.stage.play.append(element("div", "lane"), house, ...choices.map(({ root }) => root));
  await popIn(table, [house, ...choices.map(({ root }) => root)]);
  await ask(table, question, tellWrong, choices, async () => {
    // Each calls in turn, the nearest first.
    for (const { root, distance } of [...choices].sort((one, other) => one.distance - other.distance)) {
      table.sounds.play(stoneHop(distance));
      await hop(table, root);
    }
  });
};

export const sideSpots: Readonly<Record<Side, { x: number; y: number }>> = {
  left: { x: -310, y: 410 },
  right: { x: 310, y: 410 },
  front: { x: 0, y: 536 },
  behind: { x: 92, y: 246 },
};
export const placeHouse = () => {
  const house = standAt(
    element("div", "on-board", {}, picture(landmarkPictures.house)),
    { x: 0, y: 356 },
    270,
    243,
  );
  house.style.zIndex = "5";
  return house;
};

export const playSides: Scene<Asked<"sides">> = async (table, question, tellWrong) => {
  const { standing, asked } = question;
  const choices = sideNames.map((side) => {
    const root = standAt(walkerButton(standing[side], `side-${side}`), sideSpots[side], 148);
    root.style.zIndex = side === "behind" ? "1" : "9";
    return { correct: side === asked, said: [walkerKey(standing[side]), sideKey(side)], root };
  });
  table.stage.play.append(placeHouse(), ...choices.map(({ root }) => root));
  await popIn(
    table,
    choices.map(({ root }) => root),
  );
  await ask(table, question, tellWrong, choices);
};

const lineColours = ["#fff1b8", "#bfe6fa", "#f7c6e0"] as const;

export const playShortest: Scene<Asked<"shortest">> = async (table, question, tellWrong) => {
  const { stones } = question;
  const rows = stones.length;
  const home = { x: 390, y: 440 };
  const house = standAt(
    element("div", "on-board", {}, picture(landmarkPictures.house)),
    { x: home.x, y: home.y - 10 },
    220,
    198,
  );
  const least = Math.min(...stones);
  const lines: string[] = [];
  const choices = question.walkers.map((walker, row) => {
    const y = 440 + (row - (rows - 1) / 2) * 212;
    const count = stones[row] ?? least;
    const spots = Array.from({ length: count }, (_, index) => {
      const part = (index + 1) / (count + 1);
      // A longer way winds more.
      const bend = Math.sin(index * 1.7) * (count - least) * 22;
      return { x: -400 + part * (home.x + 300), y: y + (home.y - y) * part ** 3 + bend };
    });
    const path = spots.map((spot) => standAt(element("div", "pebble", {}, picture(stone)), spot, 76, 64));
    lines.push(
      `<path stroke="${lineColours[row]}" d="M${[{ x: -420, y: y + 40 }, ...spots, { x: home.x, y: home.y + 60 }].map((spot) => `${spot.x} ${spot.y}`).join("L")}"/>`,
    );
    return {
      path,
      correct: count === least,
      said: [sentence("count-stones")],
      root: standAt(walkerButton(walker), { x: -420, y }, 140),
    };
  });
  const ways = drawing(
    `<svg viewBox="-512 0 1024 768" fill="none" stroke-width="16" stroke-linecap="round" stroke-linejoin="round" stroke-opacity=".75">${lines.join("")}</svg>`,
  );
  table.stage.play.append(standAt(element("div", "dots", {}, ways), { x: 0, y: 384 }, 1024, 768));
  table.stage.play.append(house, ...choices.flatMap(({ path, root }) => [...path, root]));
  await popIn(table, [house, ...choices.map(({ root }) => root)]);
  const countAll = async () => {
    for (const { path, root } of choices) {
      if (root.disabled) continue;
      for (const [index, pebble] of path.entries()) {
        table.sounds.play(stoneHop(index));
        void hop(table, pebble);
        await table.timeline.wait(260);
      }
      await table.timeline.wait(360);
    }
  };
  await ask(table, question, tellWrong, choices, countAll);
};
