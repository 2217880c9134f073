// Owns khám phá of sharing: a feast under the moon with two, three or four friends; whenever all have the same, they are glad. Open-ended.
import { createDiscoveries } from "../../../sdk/discoveries.ts";
import { pictureButton } from "../../../sdk/element.ts";
import { clearMarks, markNext } from "../../../sdk/marks.ts";
import type { Run } from "../../../sdk/run.ts";
import { hop, popIn } from "../../../sdk/showing.ts";
import { commonEffects } from "../../../sdk/sounds.ts";
import { friendNames, smallCakeNames } from "../bakery.ts";
import { eating } from "../effects.ts";
import { cheerUp, friendFigure } from "../parts.ts";
import { cakesKey, sentence } from "../prompts.ts";
import { createSharing, type Sharing } from "./sharing.ts";

/** Twelve can be shared fairly by two, three and four. */
const cakes = 12;
const fewest = 2;
const most = 4;

/** Runs until the host stops it. Every time all friends have the same is a round. */
export async function exploreFeast(run: Run): Promise<void> {
  const { table } = run;
  const discoveries = createDiscoveries(run);
  const guests = table.random.shuffle(friendNames);
  const kinds = table.random.shuffle(smallCakeNames);
  run.showScenery("moonYard");
  run.setRepeat([sentence("explore-feast")]);
  let amount = 3;
  let feast = 0;
  let busy = false;
  let sharing: Sharing;
  const call = pictureButton("call-friend", "Mời thêm bạn");

  const mark = () => {
    clearMarks(table.stage.play);
    const plates = sharing.plates();
    const next = sharing.onPlatter() > 0 ? sharing.friends[plates.indexOf(Math.min(...plates))] : call;
    if (next) markNext(next);
  };
  const enjoy = async (each: number) => {
    for (const friend of sharing.friends) void cheerUp(table, friend);
    table.sounds.play(commonEffects.correct);
    void table.celebration.burst(0, 300, 16);
    discoveries.found();
    await table.speech.say([sentence("everyone-has"), cakesKey(each)], 900);
    if (sharing.onPlatter() > 0) return;
    // All is given away: they eat, and a new platter comes.
    busy = true;
    table.sounds.play(eating);
    await table.speech.say([sentence("thank-you")], 1600);
    busy = false;
    await lay();
  };
  const lay = async () => {
    feast += 1;
    table.stage.play.replaceChildren();
    sharing = createSharing(table, {
      cake: kinds[feast % kinds.length] ?? "moon",
      friends: guests.slice(0, amount),
      start: Array.from({ length: amount }, () => 0),
      platter: cakes,
      isOpen: () => !busy,
      onChanged() {
        mark();
        const plates = sharing.plates();
        const [first = 0] = plates;
        if (first > 0 && plates.every((count) => count === first)) void enjoy(first);
      },
    });
    // The next number of friends is shown by who would come.
    const next = amount === most ? fewest : amount + 1;
    call.replaceChildren(...guests.slice(0, next).map((friend) => friendFigure(friend)));
    table.stage.play.append(call);
    mark();
    await popIn(table, [...sharing.parts, call], 30);
  };
  call.addEventListener("click", () => {
    if (busy) return;
    amount = amount === most ? fewest : amount + 1;
    table.sounds.play(commonEffects.whoosh);
    void hop(table, call);
    void lay();
  });
  const first = lay();
  discoveries.open();
  void table.speech.say([sentence("explore-feast")]);
  await first;
}
