// Owns "what has gone?": a tray of things, a cover over it, and one thing less.
import { cardRow, picture, pictureCard } from "../../../sdk/cards.ts";
import { element } from "../../../sdk/element.ts";
import { chooseOne } from "../../../sdk/scenes/chooseOne.ts";
import { popIn, rejoice } from "../../../sdk/showing.ts";
import { commonEffects } from "../../../sdk/sounds.ts";
import { standAt } from "../../../sdk/standAt.ts";
import type { Scene } from "../../../sdk/table.ts";
import { liftCover } from "../effects.ts";
import type { Question } from "../logic.ts";
import { bambooTray, cover, pictures } from "../pictures.ts";
import { answerKeys, nameKey, questionKeys, sentence } from "../prompts.ts";
import { things } from "../things.ts";

type MissingQuestion = Extract<Question, { kind: "missing" }>;

const trayY = 330;
const size = 132;

export const playMissing: Scene<MissingQuestion> = async (table, question, tellWrong) => {
  const { shown, gone } = question;
  const tray = standAt(
    element("div", "bamboo-tray", {}, picture(bambooTray)),
    { x: 0, y: trayY + 36 },
    760,
    330,
  );
  const lying = shown.map((name, index) => {
    const step = shown.length > 4 ? 134 : shown.length > 3 ? 160 : 200;
    const spot = {
      x: (index - (shown.length - 1) / 2) * step,
      y: trayY + (shown.length > 3 ? (index % 2 ? 44 : -40) : 0),
    };
    const root = standAt(element("div", "on-tray", {}, picture(pictures[name])), spot, size);
    root.style.zIndex = String(Math.round(spot.y));
    return { name, root };
  });
  const lid = standAt(
    element("div", "tray-cover", { "aria-hidden": "true" }, picture(cover)),
    { x: 0, y: trayY - 10 },
    740,
    380,
  );
  table.stage.play.append(tray, ...lying.map(({ root }) => root), lid);
  lid.classList.add("up");
  await popIn(
    table,
    lying.map(({ root }) => root),
    160,
  );
  void table.speech.say([sentence("look-tray")]);
  await table.timeline.wait(1700 + 900 * shown.length);
  const setCover = async (down: boolean) => {
    table.sounds.play(liftCover);
    lid.classList.toggle("up", !down);
    await table.timeline.wait(620);
  };
  const lost = lying.find(({ name }) => name === gone)?.root;
  await setCover(true);
  lost?.classList.add("gone");
  await table.timeline.wait(500);
  await setCover(false);

  const choices = question.choices.map((name) => ({
    name,
    correct: name === gone,
    root: pictureCard({ label: things[name].vi, pictures: [pictures[name]] }),
  }));
  table.stage.play.append(cardRow(choices.map(({ root }) => root)));
  await popIn(
    table,
    choices.map(({ root }) => root),
  );
  await chooseOne(table, {
    choices,
    ask: questionKeys(question),
    tellWrong,
    onTouch: ({ name }) => void table.speech.sayNow([nameKey(name)]),
    async onHint(hint, { name }) {
      await table.speech.sayNow([sentence(shown.includes(name) ? "still-here" : "never-here")], 900);
      // From the second hint on the tray shows for a moment how it was.
      if (hint === 1) return;
      lost?.classList.remove("gone");
      await table.timeline.wait(1500);
      await setCover(true);
      lost?.classList.add("gone");
      await setCover(false);
    },
  });
  lost?.classList.remove("gone");
  table.sounds.play(commonEffects.pop);
  await rejoice(table, answerKeys(question));
};
