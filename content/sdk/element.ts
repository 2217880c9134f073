// Owns the making of page elements, and the unit all sizes are given in.

/** A length in stage units (1/768 of the stage's height) as CSS; the stage sets 1rem = 100 units. */
export const units = (length: number): string => `${Math.round(length * 100) / 10_000}rem`;

export type Attributes = Readonly<Record<string, string>>;

/** An element with class, attributes and children. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  made.className = className;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** A button that is a picture; `label` is for a screen reader and the teacher, never shown. */
export function pictureButton(
  className: string,
  label: string,
  attributes: Attributes = {},
  ...children: (Node | string)[]
) {
  return element("button", className, { type: "button", "aria-label": label, ...attributes }, ...children);
}

/** Trusted drawing code as an element; the text is always the game's own, never a message's. */
export function drawing(svg: string): SVGSVGElement {
  const holder = document.createElement("template");
  holder.innerHTML = svg;
  const made = holder.content.firstElementChild;
  if (!(made instanceof SVGSVGElement)) throw new Error("drawing got something else than one <svg>");
  return made;
}
