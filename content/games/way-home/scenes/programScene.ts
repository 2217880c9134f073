// Owns lists of arrows: made in advance, then walked; home at the end and everything picked up on the way.
import { tray } from "../../../sdk/cards.ts";
import { clearMarks, markNext, markWrong } from "../../../sdk/marks.ts";
import { hop, pointAt, popIn, rejoice } from "../../../sdk/showing.ts";
import { commonEffects } from "../../../sdk/sounds.ts";
import { type Gate, type Scene, setGate } from "../../../sdk/table.ts";
import { arrowButtons, createStrip, goButton, undoButton } from "../arrows.ts";
import { createBoard, pickUp } from "../board.ts";
import { type Direction, isSame, walk } from "../grid.ts";
import { comesHome, mostArrows, nextMove, type Question } from "../logic.ts";
import { findPictures, landmarkPictures } from "../pictures.ts";
import { answerKeys, directionKey, findKey, questionKeys, sentence } from "../prompts.ts";

type ProgramQuestion = Extract<Question, { kind: "program" | "collect" }>;

export const playProgram: Scene<ProgramQuestion> = async (table, question, tellWrong) => {
  const { journey } = question;
  const { map, walker, start, home, stops } = journey;
  const gate: Gate = { open: false };
  const board = createBoard(table, map, walker, start);
  const house = board.put(landmarkPictures.house, home, 112);
  const lying = stops.map(({ find, at }) => ({
    find,
    at,
    root: board.put(findPictures[find], at, 72, "find"),
  }));
  const strip = createStrip(table);
  const arrows = arrowButtons();
  const [undo, go] = [undoButton(), goButton()];
  table.stage.play.append(strip.root, tray(...arrows.map(({ root }) => root), undo, go));
  let program: Direction[] = [];
  let stopPointing = () => {};
  const buttons = [...arrows.map(({ root }) => root), undo, go];
  const nextButton = () => {
    const move = nextMove(journey, program);
    if (move === "go") return go;
    return move === "undo" ? undo : arrows.find(({ direction }) => direction === move)?.root;
  };
  const show = () => {
    strip.show(program);
    for (const button of buttons) clearMarks(button);
    const next = nextButton();
    if (next) markNext(next);
    if (next !== go) markWrong(go);
  };
  show();
  await popIn(table, [house, board.walker, ...buttons], 50);

  /** Walks the list; true when it comes home. */
  const run = async (): Promise<boolean> => {
    for (const [index, direction] of program.entries()) {
      strip.light(index);
      if (!(await board.step(direction))) {
        await table.speech.sayNow([sentence("cannot-pass")], 900);
        break;
      }
      const found = lying.find(({ at, root }) => isSame(at, board.at) && !root.classList.contains("picked"));
      if (found) {
        void table.speech.sayNow([findKey(found.find)]);
        await pickUp(table, found.root);
      }
    }
    strip.light(-1);
    return comesHome(journey, program);
  };
  const help = async () => {
    const hint = tellWrong();
    const { cells, bumped } = walk(map, start, program);
    const last = cells.at(-1) ?? start;
    if (!bumped)
      await table.speech.sayNow([sentence(isSame(last, home) ? "still-left" : "not-home-yet")], 900);
    board.stand(start);
    for (const { root } of lying) root.classList.remove("picked");
    // From the second hint on, what leads nowhere is taken off the list.
    if (hint > 1)
      while (nextMove(journey, program) === "undo" && program.length > 0) program = program.slice(0, -1);
    show();
    const next = nextButton();
    if (hint > 1 && next) await hop(table, next);
    if (hint === 3 && next) stopPointing = pointAt(table, next);
    void table.speech.say(questionKeys(question));
  };

  void table.speech.say(questionKeys(question));
  await new Promise<void>((resolve, reject) => {
    const unpoint = () => {
      stopPointing();
      stopPointing = () => {};
    };
    for (const { root, direction } of arrows) {
      root.addEventListener("click", () => {
        if (!gate.open) return;
        unpoint();
        if (program.length >= mostArrows) return void table.speech.sayNow([sentence("list-full")]);
        program = [...program, direction];
        table.sounds.play(commonEffects.pick);
        void table.speech.sayNow([directionKey(direction)]);
        show();
      });
    }
    undo.addEventListener("click", () => {
      if (!gate.open) return;
      unpoint();
      program = program.slice(0, -1);
      table.sounds.play(commonEffects.put);
      show();
    });
    go.addEventListener("click", () => {
      if (!gate.open) return;
      unpoint();
      setGate(gate, false);
      run()
        .then(async (isHome) => {
          if (isHome) return resolve();
          await help();
          setGate(gate, true);
        })
        .catch(reject);
    });
    setGate(gate, true);
  });
  for (const button of buttons) clearMarks(button);
  void hop(table, house);
  void hop(table, board.walker);
  await rejoice(table, answerKeys(question));
};
