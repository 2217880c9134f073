// Owns the things of the world that have the form of a shape or a solid. Pure.
import type { Shape, Solid } from "./shapes.ts";

type ThingOf<Form> = { readonly form: Form; readonly vi: string; readonly en: string };

export const flatThings = {
  wheel: { form: "circle", vi: "bánh xe", en: "wheel" },
  cookie: { form: "circle", vi: "bánh quy", en: "cookie" },
  clock: { form: "circle", vi: "đồng hồ", en: "clock" },
  window: { form: "square", vi: "cửa sổ", en: "window" },
  "banh-chung": { form: "square", vi: "bánh chưng", en: "square rice cake" },
  tile: { form: "square", vi: "viên gạch hoa", en: "tile" },
  roof: { form: "triangle", vi: "mái nhà", en: "roof" },
  hat: { form: "triangle", vi: "nón lá", en: "palm-leaf hat" },
  ruler: { form: "triangle", vi: "thước ê ke", en: "set square" },
  door: { form: "rectangle", vi: "cánh cửa", en: "door" },
  book: { form: "rectangle", vi: "quyển sách", en: "book" },
  flag: { form: "rectangle", vi: "lá cờ", en: "flag" },
  melon: { form: "halfCircle", vi: "miếng dưa hấu", en: "slice of watermelon" },
  fan: { form: "halfCircle", vi: "quạt giấy", en: "paper fan" },
  bowl: { form: "halfCircle", vi: "cái bát", en: "bowl" },
} as const satisfies Record<string, ThingOf<Shape>>;
export type FlatThing = keyof typeof flatThings;
export const flatThingNames = Object.keys(flatThings) as FlatThing[]; // the keys of the table above

export const solidThings = {
  ball: { form: "sphere", vi: "quả bóng đá", en: "football" },
  orange: { form: "sphere", vi: "quả cam", en: "orange" },
  marble: { form: "sphere", vi: "viên bi", en: "marble" },
  die: { form: "cube", vi: "con xúc xắc", en: "die" },
  ice: { form: "cube", vi: "viên đá lạnh", en: "ice cube" },
  parcel: { form: "cube", vi: "thùng giấy", en: "carton" },
  can: { form: "cylinder", vi: "lon sữa", en: "milk tin" },
  drum: { form: "cylinder", vi: "cái trống", en: "drum" },
  candle: { form: "cylinder", vi: "cây nến", en: "candle" },
  brick: { form: "box", vi: "viên gạch", en: "brick" },
  juice: { form: "box", vi: "hộp nước táo", en: "juice carton" },
  matchbox: { form: "box", vi: "bao diêm", en: "matchbox" },
} as const satisfies Record<string, ThingOf<Solid>>;
export type SolidThing = keyof typeof solidThings;
export const solidThingNames = Object.keys(solidThings) as SolidThing[]; // the keys of the table above
