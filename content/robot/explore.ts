// Owns playing freely: something is found within a fair number of touches, and the host's stop is obeyed at once.
import { comesNow, lookFor, type PlayRun, roundsOf, stopNow } from "./playRun.ts";
import { goWild, pauseInDrag, pauseNow, resizeWindow, smallScreen } from "./troubles.ts";

/** A child that touches this often has found something. */
const touchesToDiscover = 60;

export async function explore(run: PlayRun): Promise<void> {
  const { table, play, faults } = run;
  const { hand } = play;
  let clicks = 0;
  for (let touches = 0; ; touches += 1) {
    const sight = await lookFor(run, {
      wish: { kind: "next", orAny: touches * 7 },
      clicks,
      ...(touches > 0 ? { measure: false } : {}),
    });
    clicks = 0;
    const name = `touch ${touches + 1}`;
    if (sight.phase !== "asking") throw new Error(`${name}: free play went on ${sight.phase}`);
    if (touches === 0) {
      run.signatures.push(sight.signature);
      faults.push(...sight.flaws);
      const turn = play.turns[0] ?? null;
      if (sight.emblem !== turn) faults.push(`the turn of ${turn} shows ${sight.emblem}`);
    }
    if (comesNow(run, "pauseWhileAsked", true))
      faults.push(...(await pauseNow(table, `${name}, while it is asked`)));
    if (comesNow(run, "resize", touches === 2)) faults.push(...(await resizeWindow(table, play.calm)));
    else if (touches > 2) await table.resize(smallScreen);
    if (sight.rounds > 0 && touches > 4) break;
    if (touches >= touchesToDiscover) {
      faults.push(`nothing was found with ${touches} touches`);
      break;
    }
    // The window may have changed: what was seen before has moved.
    const { target } = await lookFor(run, { wish: { kind: "next", orAny: touches * 7 }, measure: false });
    if (!target) throw new Error(`${name}: nothing can be touched`);
    if (comesNow(run, "pauseInDrag", hand === "mouse" && touches >= 1)) {
      faults.push(...(await pauseInDrag(table, sight, target)));
      continue;
    }
    run.touches += 1;
    await table.touch(hand, target, comesNow(run, "twice", touches === 3) ? 2 : 1);
    if (hand === "touch") clicks = sight.clicks + 1;
    if (comesNow(run, "pauseWhileShowing", touches >= 1))
      faults.push(...(await pauseNow(table, `${name}, after it`)));
  }
  if (comesNow(run, "wild", true)) await goWild(table, hand, smallScreen);
  faults.push(...(await stopNow(table)));
  const messages = await table.messages();
  const rounds = roundsOf(messages);
  // A stop was asked for with a ping after it, to tell what came first.
  const last = messages.filter(({ type }) => type !== "pong").at(-1);
  if (last?.type !== "finished" || last.played.rounds !== rounds.length)
    faults.push(`${rounds.length} rounds were reported, its last word was ${JSON.stringify(last)}`);
  rounds.forEach((round, index) => {
    if (round.index !== index) faults.push(`round ${index} was reported as ${round.index}`);
  });
}
