// Owns walking round a shape: every side or corner is touched and counted, then the number is chosen.
import { cardRow, pictureCard } from "../../../sdk/cards.ts";
import { drawing, element, pictureButton, units } from "../../../sdk/element.ts";
import { clearMarks, markNext } from "../../../sdk/marks.ts";
import { chooseOne } from "../../../sdk/scenes/chooseOne.ts";
import { hop, popIn, rejoice } from "../../../sdk/showing.ts";
import { commonEffects } from "../../../sdk/sounds.ts";
import { type Gate, type Scene, setGate } from "../../../sdk/table.ts";
import { step } from "../effects.ts";
import type { Question } from "../logic.ts";
import { ladyBeetle } from "../pictures.ts";
import { middlesOf, numberCard, type Point, polygonPicture, polygonPoints } from "../polygons.ts";
import { numberKey, questionKeys, sentence } from "../prompts.ts";

type CornersQuestion = Extract<Question, { kind: "corners" }>;

const touchSize = 100;
/** The shape's middle on the stage. */
const centreY = 356;

export const playCorners: Scene<CornersQuestion> = async (table, question, tellWrong) => {
  const corners = polygonPoints(question.polygon);
  const wanted = question.count === "corners" ? corners : middlesOf(corners);
  const shape = element("div", "polygon", {}, drawing(polygonPicture(corners, question.polygon.paint)));
  const sides = [...shape.querySelectorAll<SVGElement>(".side")];
  const beetle = element("img", "beetle", { src: ladyBeetle, alt: "", draggable: "false" });
  const stops = wanted.map((point) => {
    const root = pictureButton(
      "stop",
      question.count === "corners" ? "góc" : "cạnh",
      {},
      element("span", "stop-dot"),
    );
    root.style.left = `calc(50% + ${units(point.x - touchSize / 2)})`;
    root.style.top = units(centreY + point.y - touchSize / 2);
    return { root, point };
  });
  table.stage.play.append(shape, ...stops.map(({ root }) => root), beetle);
  beetle.style.left = `calc(50% - ${units(40)})`;
  beetle.style.top = units(centreY - 40);

  let at: Point = { x: 0, y: 0 };
  const walkTo = async (point: Point) => {
    const from = at;
    at = point;
    table.sounds.play(step);
    const place = ({ x, y }: Point) => `translate(${units(x)}, ${units(y)})`;
    const turn = (Math.atan2(point.y - from.y, point.x - from.x) * 180) / Math.PI + 90;
    beetle.style.transform = `${place(point)} rotate(${turn}deg)`;
    await table.motion.move(
      beetle,
      [
        { transform: `${place(from)} rotate(${turn}deg)` },
        { transform: `${place(point)} rotate(${turn}deg)` },
      ],
      Math.min(700, 160 + Math.hypot(point.x - from.x, point.y - from.y) * 1.3),
    );
  };
  const light = (index: number, number: number | null) => {
    const stop = stops[index];
    if (!stop) return;
    stop.root.classList.toggle("lit", number !== null);
    if (question.count === "sides") sides[index]?.classList.toggle("lit", number !== null);
    stop.root.querySelector(".stop-dot")?.replaceChildren(number === null ? "" : String(number));
  };
  await popIn(table, [shape, ...stops.map(({ root }) => root)], 80);

  // First the walk: every place is touched once, in any order.
  const gate: Gate = { open: false };
  const touched = new Set<number>();
  void table.speech.say([sentence(question.count === "sides" ? "touch-sides" : "touch-corners")]);
  await new Promise<void>((resolve) => {
    stops.forEach(({ root, point }, index) => {
      markNext(root);
      root.addEventListener("click", () => {
        void walkTo(point);
        if (!gate.open || touched.has(index)) return;
        touched.add(index);
        clearMarks(root);
        light(index, touched.size);
        table.sounds.play(commonEffects.pop);
        const said = table.speech.sayNow([numberKey(touched.size)], 500);
        if (touched.size < stops.length) return;
        setGate(gate, false);
        void said.then(() => resolve());
      });
    });
    setGate(gate, true);
  });

  const cards = question.choices.map((number) => ({
    number,
    correct: number === stops.length,
    root: pictureCard({ label: String(number), pictures: [numberCard(number)], size: "small" }),
  }));
  const row = cardRow(cards.map(({ root }) => root));
  table.stage.play.append(row);
  await popIn(
    table,
    cards.map(({ root }) => root),
  );
  const recount = async () => {
    for (const index of stops.keys()) light(index, null);
    for (const [index, { point }] of stops.entries()) {
      await walkTo(point);
      light(index, index + 1);
      await table.speech.sayNow([numberKey(index + 1)], 480);
    }
  };
  await chooseOne(table, {
    choices: cards,
    ask: questionKeys(question),
    tellWrong,
    onTouch: ({ number }) => void table.speech.sayNow([numberKey(number)]),
    onHint: recount,
  });
  void hop(table, beetle);
  await rejoice(table, [numberKey(stops.length)]);
};
