// Owns the flat shapes and the solids: their names, how many sides they have, what they do on a slope. Pure.

export const shapeNames = ["circle", "square", "triangle", "rectangle", "halfCircle"] as const;
export type Shape = (typeof shapeNames)[number];

export const solidNames = ["sphere", "cube", "cylinder", "box"] as const;
export type Solid = (typeof solidNames)[number];

type Named = { readonly vi: string; readonly en: string };

export const shapes: Readonly<Record<Shape, Named>> = {
  circle: { vi: "hình tròn", en: "circle" },
  square: { vi: "hình vuông", en: "square" },
  triangle: { vi: "hình tam giác", en: "triangle" },
  rectangle: { vi: "hình chữ nhật", en: "rectangle" },
  halfCircle: { vi: "nửa hình tròn", en: "half circle" },
};

export const solids: Readonly<Record<Solid, Named & { readonly rolls: boolean; readonly stacks: boolean }>> =
  {
    sphere: { vi: "khối cầu", en: "sphere", rolls: true, stacks: false },
    cube: { vi: "khối vuông", en: "cube", rolls: false, stacks: true },
    // Lying it rolls, standing it carries: both are true of a cylinder.
    cylinder: { vi: "khối trụ", en: "cylinder", rolls: true, stacks: true },
    box: { vi: "khối chữ nhật", en: "block", rolls: false, stacks: true },
  };

/** Colours of painted wood: each has its lit, plain and shaded tone. Never the only difference of two choices. */
export const paints = {
  red: { lit: "#ff8a66", plain: "#e5532d", shade: "#ab3415" },
  blue: { lit: "#6fb9ec", plain: "#2d7fc4", shade: "#1a5690" },
  yellow: { lit: "#ffe07a", plain: "#f6b92b", shade: "#b97f0c" },
  green: { lit: "#74d6a8", plain: "#23a374", shade: "#12704d" },
  pink: { lit: "#f4a9cd", plain: "#d7659f", shade: "#9c3d72" },
} as const;
export type Paint = keyof typeof paints;
export const paintNames = Object.keys(paints) as Paint[]; // the keys of the table above

/** The colour a shape wears when nothing else is asked. */
export const usualPaint: Readonly<Record<Shape, Paint>> = {
  circle: "red",
  square: "blue",
  triangle: "yellow",
  rectangle: "green",
  halfCircle: "pink",
};
