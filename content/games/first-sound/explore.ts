// Owns khám phá: friends that call, lilies that speak and letters that bloom into pictures. Open-ended.
import { picture } from "../../sdk/cards.ts";
import { createDiscoveries } from "../../sdk/discoveries.ts";
import { drawing, element, pictureButton, units } from "../../sdk/element.ts";
import { strew } from "../../sdk/layout.ts";
import { clearMarks, markNext } from "../../sdk/marks.ts";
import type { Run } from "../../sdk/run.ts";
import { hop, popIn } from "../../sdk/showing.ts";
import { commonEffects } from "../../sdk/sounds.ts";
import { callerNames, callers } from "./callers.ts";
import { lily, lilyColours, soundRings } from "./drawings.ts";
import { bloom, callEffects } from "./effects.ts";
import type { Level } from "./levels.ts";
import { planGarden } from "./logic.ts";
import { createRabbit, letterButton, wordCard } from "./parts.ts";
import { pictureOf } from "./pictures.ts";
import { callerKey, callKey, sentence, soundKey, wordKey } from "./prompts.ts";
import { type Sound, sounds, type Word, wordsOf } from "./words.ts";

type ExploreLevel = Level & { mode: "explore" };

/** Runs until the host stops it. Everything touched for the first time is reported as a round. */
export const runExplore = (run: Run, level: ExploreLevel): Promise<void> =>
  level.place === "calls" ? exploreCalls(run, level) : exploreSounds(run, level);

const callerSize = 156;

async function exploreCalls(run: Run, { amount }: ExploreLevel): Promise<void> {
  const { table } = run;
  const discoveries = createDiscoveries(run);
  const rabbit = createRabbit(table);
  run.showScenery("garden");
  run.setRepeat([sentence("explore-calls")]);
  let friends: HTMLElement[] = [];
  const heard = new Set<HTMLElement>();
  const mark = () => {
    for (const root of friends) clearMarks(root);
    const next = friends.find((root) => !heard.has(root));
    if (next) markNext(next);
  };
  let waiting = table.random.shuffle(callerNames);
  const invite = async () => {
    if (waiting.length < amount) waiting = table.random.shuffle(callerNames);
    const area = { left: -330, top: 330, width: 830, height: 400 };
    const spots = strew(amount, callerSize, 20, area, table.random);
    friends = waiting.splice(0, amount).map((caller, index) => {
      const { x, y } = spots[index] ?? { x: 0, y: 0 };
      const root = pictureButton(
        "caller",
        callers[caller].vi,
        {},
        drawing(soundRings),
        picture(pictureOf(caller)),
      );
      root.style.left = `calc(50% + ${units(x - callerSize / 2)})`;
      root.style.top = units(y - callerSize / 2);
      root.addEventListener("click", () => {
        table.sounds.play(callEffects[caller]);
        void hop(table, root);
        root.classList.remove("calling");
        root.classList.add("calling");
        table.timeline.after(1500, () => root.classList.remove("calling"));
        rabbit.listen(true);
        void table.speech.sayNow([callerKey(caller), callKey(caller)], 900).then(() => rabbit.listen(false));
        if (heard.has(root)) return;
        heard.add(root);
        discoveries.found();
        mark();
        if (heard.size === friends.length) table.timeline.after(2600, () => void change());
      });
      return root;
    });
    heard.clear();
    table.stage.play.replaceChildren(rabbit.root, ...friends);
    mark();
    await popIn(table, friends);
  };
  const change = async () => {
    rabbit.cheer();
    table.sounds.play(commonEffects.celebrate);
    void table.speech.say([sentence("new-friends")]);
    await Promise.all([table.celebration.burst(0, 430, 26), table.timeline.wait(1200)]);
    await invite();
  };
  const first = invite();
  discoveries.open();
  void table.speech.say([sentence("explore-calls")]);
  await first;
}

async function exploreSounds(run: Run, level: ExploreLevel): Promise<void> {
  const { table } = run;
  const { place, amount } = level;
  const withLetters = place === "letters";
  const hello = sentence(withLetters ? "explore-letters" : "explore-flowers");
  const discoveries = createDiscoveries(run);
  const rabbit = createRabbit(table);
  const meadow = element("div", "opened-words");
  const row = element("div", `flower-row ${withLetters ? "with-letters" : ""}`);
  table.stage.play.append(rabbit.root, meadow, row);
  run.showScenery("garden");
  run.setRepeat([hello]);

  let flowers: { sound: Sound; root: HTMLButtonElement }[] = [];
  let cards: { word: Word; root: HTMLElement }[] = [];
  const opened = new Set<Sound>();
  const heard = new Set<Word>();
  let isRegrowing = false;
  const mark = () => {
    clearMarks(table.stage.play);
    const next =
      cards.find(({ word }) => !heard.has(word)) ?? flowers.find(({ sound }) => !opened.has(sound));
    if (next) markNext(next.root);
  };
  const touchWord = (word: Word, root: HTMLElement, sound: Sound) => {
    void hop(table, root);
    table.sounds.play(commonEffects.pop);
    void table.speech.sayNow([soundKey(sound), wordKey(word)]);
    if (!heard.has(word)) {
      heard.add(word);
      discoveries.found();
    }
    mark();
    const isAll = opened.size === flowers.length && cards.every((card) => heard.has(card.word));
    // Touched again while they wait to grow, they grow once.
    if (!isAll || isRegrowing) return;
    isRegrowing = true;
    table.timeline.after(2200, () => void regrow());
  };
  const open = async (sound: Sound, root: HTMLElement, index: number) => {
    table.sounds.play(bloom(index));
    for (const flower of flowers) flower.root.classList.toggle("singing", flower.root === root);
    void hop(table, root);
    rabbit.listen(true);
    void table.speech.sayNow([soundKey(sound)], 900).then(() => rabbit.listen(false));
    const own = table.random.shuffle(wordsOf(sound)).slice(0, 4);
    cards = own.map((word) => ({ word, root: wordCard(word, "small") }));
    for (const { word, root: card } of cards)
      card.addEventListener("click", () => touchWord(word, card, sound));
    meadow.replaceChildren(...cards.map((card) => card.root));
    if (!opened.has(sound)) {
      opened.add(sound);
      root.classList.add("opened");
      discoveries.found();
    }
    mark();
    await popIn(
      table,
      cards.map((card) => card.root),
    );
  };
  const grow = async () => {
    flowers = planGarden(amount, withLetters, table.random).map((sound, index) => {
      const [colour, under, light] = lilyColours[index % lilyColours.length] ?? [];
      const root = withLetters
        ? letterButton(sound, "in-bed")
        : pictureButton("speaker-lily in-bed", sounds[sound].says, {});
      if (!withLetters) root.append(drawing(soundRings), drawing(lily(colour, under, light)));
      else root.prepend(drawing(lily(colour, under, light)));
      root.addEventListener("click", () => void open(sound, root, index));
      return { sound, root };
    });
    isRegrowing = false;
    opened.clear();
    heard.clear();
    cards = [];
    meadow.replaceChildren();
    row.replaceChildren(...flowers.map(({ root }) => root));
    mark();
    await popIn(
      table,
      flowers.map(({ root }) => root),
    );
  };
  const regrow = async () => {
    rabbit.cheer();
    table.sounds.play(commonEffects.celebrate);
    await Promise.all([table.celebration.burst(0, 430, 28), table.timeline.wait(1600)]);
    await grow();
  };
  const first = grow();
  discoveries.open();
  void table.speech.say([hello]);
  await first;
}
