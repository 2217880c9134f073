// Owns the two children: how they look, what they wear, and how they feel.
import { drawing, element } from "../../sdk/element.ts";
import { garmentDrawings } from "./garmentDrawings.ts";
import { type Child, type GarmentName, type Slot, slotOf } from "./weather.ts";

export type Mood = "happy" | "hot" | "cold" | "wet";

const skin = "#f7cda6";
const shade = "#e3a878";
const hair = "#3a2a22";

const faces: Readonly<Record<Mood, string>> = {
  happy: '<path fill="#b8433f" d="M104 126c8 16 24 16 32 0-10 4-22 4-32 0z"/>',
  hot: '<path fill="#b8433f" d="M110 126c0-6 20-6 20 0 0 14-20 14-20 0z"/><g class="sweat" fill="#6fc3ee"><path d="M70 84c6 8 8 14 0 17-8-3-6-9 0-17zM172 92c6 8 8 14 0 17-8-3-6-9 0-17z"/></g><g fill="#ff7a5c" fill-opacity=".55"><ellipse cx="88" cy="122" rx="13" ry="9"/><ellipse cx="152" cy="122" rx="13" ry="9"/></g>',
  cold: '<path d="M102 130l7-5 7 6 7-6 7 6 8-5" stroke="#7a4a6a" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"/><g fill="#8fb8ec" fill-opacity=".7"><ellipse cx="88" cy="122" rx="13" ry="9"/><ellipse cx="152" cy="122" rx="13" ry="9"/></g><g class="breath" fill="#fff" fill-opacity=".85"><circle cx="186" cy="132" r="9"/><circle cx="200" cy="126" r="12"/><circle cx="214" cy="134" r="8"/></g>',
  wet: '<path d="M106 132q14-10 28 0" stroke="#b8433f" stroke-width="5" stroke-linecap="round"/><g class="sweat" fill="#6fc3ee"><path d="M72 70c6 8 8 14 0 17-8-3-6-9 0-17zM168 66c6 8 8 14 0 17-8-3-6-9 0-17zM60 200c6 8 8 14 0 17-8-3-6-9 0-17zM182 190c6 8 8 14 0 17-8-3-6-9 0-17z"/></g>',
};

const hairBehind: Readonly<Record<Child, string>> = {
  boy: `<ellipse cx="120" cy="92" rx="57" ry="52" fill="${hair}"/>`,
  girl: `<path fill="${hair}" d="M60 96c-2-76 122-76 120 0 2 30 0 44-6 52H66c-6-8-8-22-6-52z"/><g fill="${hair}"><ellipse cx="50" cy="138" rx="17" ry="30" transform="rotate(14 50 138)"/><ellipse cx="190" cy="138" rx="17" ry="30" transform="rotate(-14 190 138)"/></g><g fill="#f0567a"><circle cx="58" cy="112" r="9"/><circle cx="182" cy="112" r="9"/><path d="M58 112l-16-9v18zM182 112l16-9v18z"/></g>`,
};
const hairBefore: Readonly<Record<Child, string>> = {
  boy: `<path fill="${hair}" d="M66 100c-8-74 116-74 108 0-4-16-12-26-22-30-6 8-16 10-24 4-8 10-26 12-36 2-12 4-22 10-26 24z"/><path d="M96 52q20-10 40-4" stroke="#6a5040" stroke-width="5" stroke-linecap="round"/>`,
  girl: `<path fill="${hair}" d="M64 104c-8-82 120-82 112 0-2-14-8-24-14-30-30 6-66 2-84-4-8 8-12 20-14 34z"/><path d="M92 52q24-12 48-4" stroke="#6a5040" stroke-width="5" stroke-linecap="round"/>`,
};
const underwear: Readonly<Record<Child, string>> = {
  boy: `<path fill="#fdfdfd" d="M96 150q24 16 48 0l8 14 2 80H86l2-80z"/><path fill="#dfe8f2" d="M140 154l4-4 8 14 2 80h-16z"/><path fill="#4a78c0" d="M84 234h72l8 58h-36l-8-28-8 28H76z"/><path fill="#365d9c" d="M84 234h72l1 10H83z"/>`,
  girl: `<path fill="#fdfdfd" d="M96 150q24 16 48 0l8 14 2 80H86l2-80z"/><path fill="#f4dbe6" d="M140 154l4-4 8 14 2 80h-16z"/><path fill="#e0679b" d="M86 232h68l22 62c-36 10-76 10-112 0z"/><path fill="#c44d82" d="M86 232h68l3 9H83z"/><path d="M64 290c36 10 76 10 112 0" stroke="#fbd3e4" stroke-width="7"/>`,
};

const undershirt = '<path fill="#fdfdfd" d="M96 150q24 16 48 0l8 14 2 80H86l2-80z"/>';
/** Long trousers go with wool and with a jacket. */
const trousers =
  '<path fill="#3f5a8a" d="M84 236h72l-4 108h-30l-2-66-2 66H88z"/><path fill="#2f4670" d="M138 236h18l-4 108h-14z"/>';

const body = (child: Child, isWarm: boolean) =>
  `<g stroke="${skin}" stroke-width="25" stroke-linecap="round"><path d="M105 270v74M135 270v74"/></g><g fill="${skin}"><ellipse cx="98" cy="357" rx="20" ry="11"/><ellipse cx="142" cy="357" rx="20" ry="11"/></g><path fill="${shade}" d="M108 136h24v22q-12 8-24 0z"/><g stroke="${skin}" stroke-width="23" stroke-linecap="round"><path d="M94 168L64 232M146 168l30 64"/></g><g fill="${skin}"><circle cx="62" cy="238" r="13"/><circle cx="178" cy="238" r="13"/></g>${isWarm ? undershirt + trousers : underwear[child]}`;
const head = (child: Child, mood: Mood) =>
  `<g fill="${skin}"><circle cx="67" cy="108" r="11"/><circle cx="173" cy="108" r="11"/><ellipse cx="120" cy="100" rx="53" ry="50"/></g><path fill="${shade}" fill-opacity=".4" d="M78 124c10 22 74 22 84 0-6 36-78 36-84 0z"/><g fill="#2b2230"><g class="blink"><ellipse cx="100" cy="104" rx="6" ry="8"/><ellipse cx="140" cy="104" rx="6" ry="8"/></g></g><g fill="#fff"><circle cx="102" cy="101" r="2.500"/><circle cx="142" cy="101" r="2.500"/></g><path d="M91 90q8-5 16 0M133 90q8-5 16 0" stroke="${hair}" stroke-width="3.500" stroke-linecap="round"/><g fill="#f58f86" fill-opacity=".5"><ellipse cx="88" cy="120" rx="9" ry="6"/><ellipse cx="152" cy="120" rx="9" ry="6"/></g><path d="M118 112q3 4 6 0" stroke="${shade}" stroke-width="3.500" stroke-linecap="round"/>${faces[mood]}${hairBefore[child]}`;

/** From inside to outside. */
const order: readonly Slot[] = ["feet", "body", "hands", "neck", "face", "head", "held"];

/** What is seen of the child: with room for an umbrella, on a card, or the face alone. */
const parts = { free: "-54 -84 348 470", card: "-20 -64 300 450", face: "40 22 190 146" } as const;

/** A child as SVG text; its feet stand at 120, 368 of its own measures. */
export function dollPicture(
  child: Child,
  worn: readonly GarmentName[],
  mood: Mood = "happy",
  part: keyof typeof parts = "free",
): string {
  const drawn = (part: Slot) =>
    worn
      .filter((name) => slotOf(name) === part)
      .map((name) => garmentDrawings[name].front)
      .join("");
  const behind = worn.map((name) => garmentDrawings[name].back ?? "").join("");
  const outside = order
    .map((part) => (part === "head" || part === "face" || part === "held" ? "" : drawn(part)))
    .join("");
  // A hood's rim lies over the hair, so a raincoat is drawn after the head.
  const hooded = worn.includes("raincoat");
  return `<svg viewBox="${parts[part]}" fill="none" data-mood="${mood}"><ellipse cx="120" cy="368" rx="76" ry="13" fill="#1f2a44" fill-opacity=".2"/><g class="doll-body">${hairBehind[child]}${behind}${body(child, worn.includes("sweater") || worn.includes("jacket"))}${hooded ? drawn("feet") : outside}<g class="doll-head">${head(child, mood)}${drawn("face")}${drawn("head")}</g>${hooded ? drawn("body") + drawn("hands") + drawn("neck") : ""}${drawn("held")}</g></svg>`;
}

export type Doll = {
  readonly root: HTMLElement;
  wear(worn: readonly GarmentName[], mood?: Mood): void;
};

/** A child on the stage whose clothes and mood can change. */
export function createDoll(child: Child, worn: readonly GarmentName[] = [], mood: Mood = "happy"): Doll {
  const root = element("span", "doll", {}, drawing(dollPicture(child, worn, mood)));
  return {
    root,
    wear: (next, feeling = "happy") => root.replaceChildren(drawing(dollPicture(child, next, feeling))),
  };
}
