// Owns the order of the seasons: four windows, touched one after another round the year.
import { picture } from "../../../sdk/cards.ts";
import { element, pictureButton } from "../../../sdk/element.ts";
import { touchInOrder } from "../../../sdk/scenes/touchInOrder.ts";
import { hop, popIn, rejoice } from "../../../sdk/showing.ts";
import { standAt } from "../../../sdk/standAt.ts";
import type { Scene } from "../../../sdk/table.ts";
import { seasonEffects } from "../effects.ts";
import { type Question, seasonsFrom } from "../logic.ts";
import { seasonPicture } from "../pictures.ts";
import { questionKeys, seasonKey } from "../prompts.ts";
import { seasons } from "../year.ts";

type OrderQuestion = Extract<Question, { kind: "order" }>;

export const playOrder: Scene<OrderQuestion> = async (table, question, tellWrong) => {
  const windows = question.shown.map((season, index) => ({
    season,
    root: standAt(
      pictureButton("season-window", seasons[season].vi, {}, picture(seasonPicture(season))),
      { x: (index - 1.5) * 250, y: 600 },
      228,
      204,
    ),
  }));
  const order = seasonsFrom(question.first).flatMap(
    (season) => windows.find((each) => each.season === season) ?? [],
  );
  const places = order.map((_, index) =>
    standAt(element("div", "train-place"), { x: (index - 1.5) * 236, y: 320 }, 216, 190),
  );
  table.stage.play.append(element("div", "year-path"), ...places, ...windows.map(({ root }) => root));
  await popIn(table, [...places, ...windows.map(({ root }) => root)], 70);
  await touchInOrder(table, {
    targets: windows,
    order,
    ask: questionKeys(question),
    tellWrong,
    onTouch({ season }) {
      table.sounds.play(seasonEffects[season]);
      void table.speech.sayNow([seasonKey(season)]);
    },
    async onRight({ season, root }, done) {
      root.classList.add("used");
      const place = places[done - 1];
      place?.append(picture(seasonPicture(season)));
      place?.classList.add("filled");
      if (place) await popIn(table, [place]);
    },
    // From the second hint on the year is said as far as it lies there.
    async onHint(hint, expected) {
      if (hint > 1) await table.speech.say([seasonKey(expected.season)], 900);
    },
  });
  for (const [index, { season }] of order.entries()) {
    const place = places[index];
    if (place) void hop(table, place);
    await table.speech.sayNow([seasonKey(season)], 620);
  }
  await rejoice(table, []);
};
