// Owns the marks by which a robot, a test or a curious teacher sees on the page what is right to touch next.

/** Touching it now is (part of) the right answer; with `to`, carrying it to the place of that name. */
export function markNext(thing: HTMLElement, to?: string): void {
  delete thing.dataset["wrong"];
  thing.dataset["next"] = "";
  if (to === undefined) delete thing.dataset["to"];
  else thing.dataset["to"] = to;
}

/** Touching it now is a wrong try; with `to`, carrying it to the place of that name. */
export function markWrong(thing: HTMLElement, to = ""): void {
  delete thing.dataset["next"];
  delete thing.dataset["to"];
  thing.dataset["wrong"] = to;
}

/** Takes all marks off what lies under `root`, and off itself. */
export function clearMarks(root: HTMLElement): void {
  for (const marked of [root, ...root.querySelectorAll<HTMLElement>("[data-next], [data-wrong]")]) {
    for (const name of ["next", "to", "wrong"]) delete marked.dataset[name];
  }
}
