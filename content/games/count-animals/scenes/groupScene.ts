// Owns choosing a group: the one with as many as heard, or the side with more or fewer.
import { element, pictureButton, units } from "../../../sdk/element.ts";
import { gridFor, strew } from "../../../sdk/layout.ts";
import { clearMarks, markNext, markWrong } from "../../../sdk/marks.ts";
import { pointAt, popIn, rejoice, shakeHead } from "../../../sdk/showing.ts";
import { type Gate, type Scene, setGate, type Table } from "../../../sdk/table.ts";
import { animals } from "../animals.ts";
import { animalEffects } from "../effects.ts";
import type { Group, Question } from "../logic.ts";
import { pictures } from "../pictures.ts";
import { answerKeys, numberKey, questionKeys, sentence } from "../prompts.ts";

type GroupQuestion = Extract<Question, { kind: "find" | "moreFewer" }>;

export type GroupPatch = {
  root: HTMLButtonElement;
  group: Group;
  members: HTMLElement[];
  lineUp(): Promise<void>;
};

/**
 * A patch of ground with its animals, touchable as a whole. Sizes in stage units; `most` is the largest count beside
 * it: animals are equally large on all patches, so that only their number differs. `footRoom` is kept free below them.
 */
export function createPatch(
  table: Table,
  group: Group,
  { width, height, most, footRoom = 0 }: { width: number; height: number; most: number; footRoom?: number },
): GroupPatch {
  const root = pictureButton(
    `patch patch-${animals[group.animal].place}`,
    `${group.count} ${animals[group.animal].vi}`,
    { "data-number": String(group.count) },
  );
  root.style.width = units(width);
  root.style.height = units(height);
  const area = {
    left: width * 0.11,
    top: height * 0.1,
    width: width * 0.78,
    height: height * 0.8 - footRoom,
  };
  const { cell } = gridFor(most, area);
  const size = Math.min(118, cell - 6);
  const place = (member: HTMLElement, x: number, y: number) => {
    member.style.left = units(x - size / 2);
    member.style.top = units(y - size / 2);
  };
  const members = strew(group.count, size, 4, area, table.random).map((spot) => {
    const picture = element("img", "animal-picture", {
      src: pictures[group.animal],
      alt: "",
      draggable: "false",
    });
    const breath = element(
      "span",
      "animal-breath",
      { style: `animation-delay:${-4 * table.random.next()}s` },
      picture,
    );
    const member = element(
      "span",
      `member lives-in-${animals[group.animal].place} is-${group.animal}`,
      {},
      element("span", "animal-shadow"),
      breath,
    );
    member.style.width = units(size);
    member.style.height = units(size);
    place(member, spot.x, spot.y);
    root.append(member);
    return member;
  });
  return {
    root,
    group,
    members,
    async lineUp() {
      // Rows of four from the left: two sides lined up alike can be compared one to one.
      const step = Math.min(width / 4.6, height / 2.5);
      members.forEach((member, index) => {
        member.classList.add("sliding");
        const shown = Math.min(size, step - 4);
        member.style.width = units(shown);
        member.style.height = units(shown);
        member.style.left = units(width / 2 + ((index % 4) - 1.5) * step - shown / 2);
        member.style.top = units(
          height / 2 + (Math.floor(index / 4) - (Math.ceil(most / 4) - 1) / 2) * step - shown / 2,
        );
      });
      await table.timeline.wait(600);
    },
  };
}

/** Lights up the animals of a patch one after another, counting aloud. */
export async function countPatch(table: Table, patch: GroupPatch): Promise<void> {
  for (const [index, member] of patch.members.entries()) {
    member.classList.add("lit");
    void table.motion.move(
      member,
      [{ transform: "translateY(-16%) scale(1.1)" }, { transform: "none" }],
      420,
    );
    await table.speech.sayNow([numberKey(index + 1)], 520);
  }
  await table.timeline.wait(200);
  for (const member of patch.members) member.classList.remove("lit");
}

const isRight = (question: GroupQuestion, group: Group): boolean => {
  if (question.kind === "find") return group.count === question.asked.count;
  const counts = question.sides.map((side) => side.count);
  return group.count === (question.question === "more" ? Math.max(...counts) : Math.min(...counts));
};

export const playGroup: Scene<GroupQuestion> = async (table, question, tellWrong) => {
  const gate: Gate = { open: false };
  setGate(gate, false);
  const groups: Group[] =
    question.kind === "find"
      ? question.groups.map((count) => ({ animal: question.asked.animal, count }))
      : [...question.sides];
  const two = groups.length === 2;
  const most = Math.max(...groups.map((group) => group.count));
  const patches = groups.map((group) =>
    createPatch(table, group, { width: two ? 440 : 300, height: 290, most }),
  );
  const row = element("div", "patch-row", {}, ...patches.map((patch) => patch.root));
  table.stage.play.append(row);
  for (const patch of patches) {
    if (isRight(question, patch.group)) markNext(patch.root);
    else markWrong(patch.root);
  }
  const right = patches.find((patch) => isRight(question, patch.group));
  if (!right) throw new Error("no group answers the question");
  void table.speech.say(questionKeys(question));
  await popIn(
    table,
    patches.map((patch) => patch.root),
    160,
  );
  let stopPointing: (() => void) | undefined;

  const helpAfterWrong = async (patch: GroupPatch) => {
    setGate(gate, false);
    const hint = tellWrong();
    await shakeHead(table, patch.root);
    if (hint === 1) {
      await table.speech.sayNow([sentence("look-again")], 900);
      if (question.kind === "moreFewer") await Promise.all(patches.map((each) => each.lineUp()));
      else await countPatch(table, patch);
    } else {
      await table.speech.sayNow([sentence("count-together")], 800);
      for (const each of hint === 3 && question.kind === "find" ? [right] : patches)
        await countPatch(table, each);
      if (hint === 3) {
        stopPointing ??= pointAt(table, right.root);
        for (const each of patches) if (each !== right) each.root.classList.add("away");
        void table.speech.sayNow([sentence("touch-here")]);
      }
    }
    if (hint !== 3) void table.speech.say(questionKeys(question));
    setGate(gate, true);
  };

  await new Promise<void>((resolve, reject) => {
    for (const patch of patches) {
      patch.root.addEventListener("click", () => {
        if (!gate.open) return;
        table.sounds.play(animalEffects[patch.group.animal]);
        if (patch === right) resolve();
        else helpAfterWrong(patch).catch(reject);
      });
    }
    setGate(gate, true);
  });
  setGate(gate, false);
  stopPointing?.();
  clearMarks(row);
  right.root.classList.add("chosen-right");
  if (question.kind === "moreFewer") await Promise.all(patches.map((patch) => patch.lineUp()));
  for (const member of right.members)
    void table.motion.move(member, [{ transform: "translateY(-22%)" }, { transform: "none" }], 500);
  await rejoice(table, answerKeys(question));
};
