// Owns playing a quiz: every question to its right answer, the first ones through the hints, and what it must report.
import { comesNow, lookFor, type PlayRun, roundsOf } from "./playRun.ts";
import type { Sight, Target } from "./sight.ts";
import { goWild, pauseInDrag, pauseNow, resizeWindow, smallScreen } from "./troubles.ts";

/** No question of a small child takes more touches. */
const mostTouches = 80;
/** So often the first questions are tried wrong before they are answered: through all hints, and through some. */
const wrongTriesWanted = ({ play }: PlayRun, index: number): number =>
  index === 0 ? 1 + (play.seed % 2) : index === 1 ? 3 : 0;
const endWithinMs = 5_000;

/** One question as the robot met it. */
type Asked = {
  index: number;
  /** As many as the progress shows. */
  questions: number;
  name: string;
  touches: number;
  wrongTries: number;
  /** All wrong tries were made, or none is left to make. */
  isRightFromNow: boolean;
  /** Hands went wild: nobody knows how often they were wrong. */
  isDirty: boolean;
};

export async function playQuiz(run: PlayRun): Promise<void> {
  const { table, play, faults } = run;
  const asked: Asked[] = [];
  let clicks = 0;
  /** The question in which the last touch was to be a wrong try. */
  let wrongTryAt: Asked | undefined;
  for (;;) {
    const now = asked.at(-1);
    const isWrongWanted = now !== undefined && !now.isRightFromNow;
    const sight = await lookFor(run, {
      wish: { kind: isWrongWanted ? "wrong" : "next" },
      clicks,
    });
    clicks = 0;
    faults.push(...sight.flaws.map((flaw) => `in ${kindOf(sight.question)}: ${flaw}`));
    if (now && wrongTryAt === now && !sight.wasHit) {
      // What was to be touched had walked off: it was no try.
      now.wrongTries -= 1;
      now.isRightFromNow = false;
      wrongTryAt = undefined;
      continue;
    }
    wrongTryAt = undefined;
    if (sight.phase !== "asking") {
      if (sight.phase !== "over") throw new Error(`${sight.question}: it went on ${sight.phase}`);
      break;
    }
    if (now?.name !== sight.question) {
      asked.push(await meetQuestion(run, sight, asked));
      continue;
    }
    const { target } = sight;
    if (!target) {
      if (!isWrongWanted) throw new Error(`${sight.question}: nothing is marked as next`);
      // No wrong way is left to try.
      now.isRightFromNow = true;
      continue;
    }
    now.touches += 1;
    if (now.touches > mostTouches) throw new Error(`${sight.question} has no end`);
    await touch(run, { sight, target, now, isWrongWanted });
    if (isWrongWanted && target.completes) wrongTryAt = now;
    if (play.hand === "touch") clicks = sight.clicks + 1;
  }
  if ((await table.answered("finished", endWithinMs)) === null) faults.push("it was over, but not finished");
  await checkReport(run, asked);
}

/** What is looked at, and what happens, before the first touch of a question. */
async function meetQuestion(run: PlayRun, sight: Sight, before: readonly Asked[]): Promise<Asked> {
  const { table, play, faults } = run;
  const index = Number.parseInt(sight.question, 10);
  const last = before.at(-1);
  if (index !== (last?.index ?? -1) + 1 && !last?.isDirty)
    faults.push(`question ${sight.question} came after ${last?.name ?? "nothing"}`);
  run.signatures[index] = sight.signature;
  const turn = play.turns[index % play.turns.length] ?? null;
  if (sight.emblem !== turn) faults.push(`${sight.question}: the turn of ${turn} shows ${sight.emblem}`);

  const { questions } = sight;
  const now: Asked = {
    index,
    questions,
    name: sight.question,
    touches: 0,
    wrongTries: 0,
    isRightFromNow: wrongTriesWanted(run, index) === 0,
    // Wild hands may have answered one question and gone on in the next.
    isDirty: last?.isDirty === true && last.touches === 0,
  };
  if (comesNow(run, "pauseWhileAsked", true))
    faults.push(...(await pauseNow(table, `${sight.question}, while it is asked`)));
  if (comesNow(run, "resize", index >= 1)) {
    faults.push(
      ...(await resizeWindow(table, play.calm)).map((fault) => `in ${kindOf(sight.question)}: ${fault}`),
    );
  } else await table.resize(smallScreen);
  if (comesNow(run, "wild", index >= Math.max(1, questions - 2))) {
    now.isDirty = true;
    await goWild(table, play.hand, smallScreen);
  }
  return now;
}

const kindOf = (question: string) => question.slice(question.indexOf(":") + 1);

type Touch = { sight: Sight; target: Target; now: Asked; isWrongWanted: boolean };

async function touch(run: PlayRun, { sight, target, now, isWrongWanted }: Touch): Promise<void> {
  const { table, play, faults } = run;
  const isLast = now.index >= sight.questions - 1;
  if (comesNow(run, "pauseInDrag", play.hand === "mouse" && !isWrongWanted && now.index >= 1)) {
    faults.push(...(await pauseInDrag(table, sight, target)));
    return;
  }
  const isTwice = comesNow(run, "twice", isLast && !isWrongWanted && target.to === undefined);
  if (isTwice) now.isDirty = true;
  run.touches += 1;
  await table.touch(play.hand, target, isTwice ? 2 : 1);
  if (!target.completes) return;
  if (isWrongWanted) {
    now.wrongTries += 1;
    now.isRightFromNow = now.wrongTries >= wrongTriesWanted(run, now.index);
    if (comesNow(run, "pauseWhileHinting", true))
      faults.push(...(await pauseNow(table, `${sight.question}, in a hint`)));
  } else if (comesNow(run, "pauseWhileShowing", now.index >= 1))
    faults.push(...(await pauseNow(table, `${sight.question}, after a touch`)));
}

/** What the host was told: one round a question, in order, with the hints that were earned. */
async function checkReport({ table, faults }: PlayRun, asked: readonly Asked[]): Promise<void> {
  const messages = await table.messages();
  const rounds = roundsOf(messages);
  const last = asked.at(-1);
  // Wild hands may have answered the last questions before anybody looked.
  const count = last?.isDirty && last.questions > 0 ? last.questions : (last?.index ?? -1) + 1;
  if (rounds.length !== count) faults.push(`${count} questions were asked, ${rounds.length} rounds reported`);
  if (last && last.questions > 0 && last.questions !== count)
    faults.push(`${count} questions were asked, the progress shows ${last.questions}`);
  rounds.forEach((round, index) => {
    if (round.index !== index) faults.push(`round ${index} was reported as ${round.index}`);
  });
  for (const { index, name, wrongTries, isDirty } of asked) {
    const round = rounds[index];
    if (!round || isDirty) continue;
    const hints = Math.min(3, wrongTries);
    if (round.hints !== hints || round.correctFirstTry !== (wrongTries === 0))
      faults.push(
        `${name}: after ${wrongTries} wrong tries it told of ${round.hints} hints and ${round.correctFirstTry ? "" : "not "}right at once`,
      );
  }
  const lastWord = messages.at(-1);
  const played = {
    rounds: rounds.length,
    correctFirstTry: rounds.filter(({ correctFirstTry }) => correctFirstTry).length,
    hints: rounds.reduce((sum, { hints }) => sum + hints, 0),
  };
  const expected = JSON.stringify({ type: "finished", played });
  if (JSON.stringify(lastWord) !== expected)
    faults.push(`its last word was ${JSON.stringify(lastWord)}, not ${expected}`);
}
