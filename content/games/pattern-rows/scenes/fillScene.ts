// Owns going on with a row piece by piece, alone or after the pattern of another row.
import { placeButton, tray, trayButton } from "../../../sdk/cards.ts";
import { bringToPlaces } from "../../../sdk/scenes/bringToPlaces.ts";
import { popIn, rejoice } from "../../../sdk/showing.ts";
import { standAt } from "../../../sdk/standAt.ts";
import type { Scene } from "../../../sdk/table.ts";
import { soundOf } from "../effects.ts";
import { hangGarland, hanging, playRow } from "../garland.ts";
import { textOf } from "../items.ts";
import type { Question } from "../logic.ts";
import { pictureOf } from "../pictures.ts";
import { questionKeys, rowKeys, sentence } from "../prompts.ts";

type FillQuestion = Extract<Question, { kind: "string" | "copy" }>;

export const playFill: Scene<FillQuestion> = async (table, question, tellWrong) => {
  const { row, given, model, offered } = question;
  const isCopy = model.length > 0;
  const above = isCopy ? hangGarland(table, model.length, 226, "model") : undefined;
  const shown = model.map((item, index) => ({
    item,
    root: standAt(hanging(item), above?.spot(index) ?? { x: 0, y: 0 }, Math.min(116, above?.size ?? 116)),
  }));
  const garland = hangGarland(table, row.length, isCopy ? 436 : 372);
  const hung = row.map((item, index) => {
    const isGiven = index < given;
    const root = standAt(
      isGiven ? hanging(item) : placeButton("Chỗ trống", "string-place"),
      garland.spot(index),
      garland.size,
    );
    return { item, root, name: `place-${index}`, isGiven };
  });
  const places = hung.flatMap(({ root, name, isGiven }) =>
    !isGiven && root instanceof HTMLButtonElement ? [{ root, name, room: 1 }] : [],
  );
  const things = offered.map((item) => ({
    item,
    to: hung.filter((place) => !place.isGiven && place.item === item).map(({ name }) => name),
    root: trayButton(textOf(item).vi, pictureOf(item), `is-${item}`),
  }));
  table.stage.play.append(
    ...[...shown, ...hung].map(({ root }) => root),
    tray(...things.map(({ root }) => root)),
  );
  await popIn(
    table,
    [...shown, ...hung].map(({ root }) => root),
    70,
  );
  await bringToPlaces(table, {
    things,
    places,
    ask: questionKeys(question),
    tellWrong,
    onPick: ({ item }) => table.sounds.play(soundOf(item)),
    async onPlaced({ item, root }, { root: place }) {
      root.remove();
      const lying = hanging(item, "placed");
      place.append(lying);
      place.classList.add("filled");
      table.sounds.play(soundOf(item));
      await popIn(table, [lying]);
    },
    async onWrong(_thing, _place, hint) {
      const until = hung.findIndex(({ isGiven, root }) => !isGiven && !root.classList.contains("filled"));
      void table.speech.sayNow([
        sentence("listen-row"),
        ...(hint > 1 ? rowKeys(row.slice(0, until < 0 ? row.length : until)) : []),
      ]);
      await table.timeline.wait(800);
      if (isCopy) await playRow(table, shown, 380);
      await playRow(table, hung.slice(0, until < 0 ? hung.length : until), 420);
    },
  });
  if (isCopy) await playRow(table, shown, 260);
  await playRow(table, hung, 280);
  await rejoice(table, []);
};
