// Owns khám phá: a stage full of instruments, and a recorder that plays back what was played. Open-ended.
import { picture } from "../../sdk/cards.ts";
import { createDiscoveries } from "../../sdk/discoveries.ts";
import { element, pictureButton } from "../../sdk/element.ts";
import { clearMarks, markNext } from "../../sdk/marks.ts";
import type { Run } from "../../sdk/run.ts";
import { hop, popIn } from "../../sdk/showing.ts";
import { commonEffects } from "../../sdk/sounds.ts";
import { standAt } from "../../sdk/standAt.ts";
import type { ExploreLevel } from "./levels.ts";
import { parrot, recordSign, replaySign } from "./pictures.ts";
import { createPlayer, createTubes, type Sounding } from "./player.ts";
import { nameKey, sentence } from "./prompts.ts";
import { createRecorder } from "./recorder.ts";

/** So much has to be played before it is a tune. */
const leastBeats = 3;

/** Runs until the host stops it. Every instrument met for the first time and every tune heard again are reported. */
export async function runExplore(run: Run, level: ExploreLevel): Promise<void> {
  const { table } = run;
  const discoveries = createDiscoveries(run);
  const withTape = level.recorder === "tape";
  const welcome = [sentence("explore-stage"), sentence(withTape ? "explore-tape" : "explore-parrot")];
  run.showScenery("stage");
  run.setRepeat(welcome);
  const recorder = createRecorder(table);

  const size = level.tubes > 0 ? 196 : 250;
  const withTubes = level.tubes > 0;
  const players = level.members.map((member, index) =>
    createPlayer(
      table,
      member,
      withTubes
        ? { x: (index - (level.members.length - 1) / 2) * 300, y: 650 }
        : { x: (index - (level.members.length - 1) / 2) * 248, y: 578 + (index % 2) * 30 },
      withTubes ? size : 226,
    ),
  );
  const tubes = createTubes(table, level.tubes, { x: 60, y: 222, pitch: 122, longest: 310 });
  const sounding: Sounding[] = [...players, ...tubes];
  const met = new Set<Sounding>();
  let isRecording = !withTape;
  let heard = 0;

  const left = (y: number) => ({ x: -422, y });
  const bird = withTape
    ? undefined
    : standAt(pictureButton("parrot", "Bạn vẹt", {}, picture(parrot)), left(290), 150);
  const record = withTape
    ? standAt(pictureButton("tape-button", "Thu", {}, picture(recordSign)), left(220), 116)
    : undefined;
  const replay = withTape
    ? standAt(pictureButton("tape-button", "Nghe lại", {}, picture(replaySign)), left(360), 116)
    : undefined;
  const listen = bird ?? replay;

  const mark = () => {
    for (const { root } of sounding) clearMarks(root);
    for (const button of [bird, record, replay]) if (button) clearMarks(button);
    const unmet = sounding.find((each) => !met.has(each));
    if (unmet) markNext(unmet.root);
    else if (record && !isRecording && recorder.amount <= heard) markNext(record);
    else if (recorder.amount - heard < leastBeats && sounding[0]) markNext(sounding[0].root);
    else if (record && isRecording) markNext(record);
    else if (listen) markNext(listen);
  };
  for (const each of sounding) {
    each.root.addEventListener("click", () => {
      each.play();
      if (!recorder.isPlaying && isRecording) recorder.note(each);
      if (!met.has(each)) {
        met.add(each);
        discoveries.found();
        const player = players.find((other) => other === each);
        if (player) void table.speech.sayNow([nameKey(player.member)]);
      }
      mark();
    });
  }
  const playBack = async () => {
    if (recorder.isPlaying) return;
    if (recorder.amount === 0) {
      if (listen) void hop(table, listen);
      return void table.speech.sayNow([sentence("nothing-played")]);
    }
    listen?.classList.add("singing");
    await table.speech.sayNow([sentence("your-tune")], 500);
    await recorder.replay();
    listen?.classList.remove("singing");
    if (recorder.amount >= leastBeats) {
      discoveries.found();
      table.sounds.play(commonEffects.celebrate);
      void table.celebration.burst(0, 380, 24);
    }
    heard = recorder.amount;
    // The parrot listens anew; a tape keeps its song until another is recorded.
    if (!withTape) {
      recorder.clear();
      heard = 0;
    }
    mark();
  };
  listen?.addEventListener("click", () => void playBack());
  record?.addEventListener("click", () => {
    if (recorder.isPlaying) return;
    isRecording = !isRecording;
    record.classList.toggle("recording", isRecording);
    table.sounds.play(isRecording ? commonEffects.pop : commonEffects.put);
    if (isRecording) {
      recorder.clear();
      heard = 0;
    }
    void table.speech.sayNow([sentence(isRecording ? "recording-now" : "recording-done")]);
    mark();
  });

  const buttons = [bird, record, replay].filter((button) => button !== undefined);
  table.stage.play.append(
    recorder.ribbon,
    ...(withTubes ? [element("div", "tube-bar free")] : []),
    ...sounding.map(({ root }) => root),
    ...buttons,
  );
  run.frame.middle.replaceChildren(recorder.ribbon);
  mark();
  discoveries.open();
  void table.speech.say(welcome);
  await popIn(table, [...sounding.map(({ root }) => root), ...buttons], 70);
}
