// Owns dragging with mouse, pen and finger: when something is lifted, the picture that follows, which cell is below, scrolling at the edges.
import type { Carry, Source } from "./carry.ts";

/** A press that moves this far, pixels, drags; below it is a click. */
const dragAfterPx = 5;
/** A finger lifts by resting, since moving scrolls, ms. */
const liftAfterMs = 260;
const edgePx = 56;
const scrollPxPerFrame = 14;

type Target = { readonly key: string; left: number; top: number; right: number; bottom: number };
export type PointerDragOptions = {
  /** Where the drag's words are shown, below the picture that follows. */
  readonly ghost: HTMLElement;
  readonly copyWord: string;
};

/** Listens below `root` for presses on `[data-drag]`. Returns the way to stop. */
export function dragByPointer(
  root: HTMLElement,
  carry: Carry,
  { ghost, copyWord }: PointerDragOptions,
): () => void {
  let press: {
    id: number;
    x: number;
    y: number;
    handle: HTMLElement;
    source: Source;
    touch: boolean;
  } | null = null;
  let lifted = false;
  let timer = 0;
  let frame = 0;
  let at = { x: 0, y: 0 };
  let targets: Target[] = [];
  let shown = "";

  const measure = () => {
    targets = [...root.querySelectorAll<HTMLElement>("[data-cell][data-verdict]")].map((cell) => {
      const { left, top, right, bottom } = cell.getBoundingClientRect();
      // Of the page, not of the window: scrolling then moves nothing here.
      const [x, y] = [window.scrollX, window.scrollY];
      return {
        key: cell.dataset["cell"] ?? "",
        left: left + x,
        top: top + y,
        right: right + x,
        bottom: bottom + y,
      };
    });
  };
  const below = ({ x, y }: { x: number; y: number }) => {
    const [px, py] = [x + window.scrollX, y + window.scrollY];
    return targets.find(
      ({ left, right, top, bottom }) => left <= px && px < right && top <= py && py < bottom,
    )?.key;
  };

  const step = () => {
    frame = 0;
    if (!lifted) return;
    ghost.style.transform = `translate3d(${at.x + 10}px, ${at.y + 8}px, 0)`;
    const key = below(at) ?? null;
    if (key !== carry.over) carry.aim(key);
    const words = carry.sentence();
    if (words !== shown) {
      shown = words;
      const label = ghost.querySelector<HTMLElement>(".drag-ghost-words");
      if (label !== null) label.textContent = words;
      ghost.dataset["verdict"] = carry.verdict()?.verdict ?? "";
    }
    const scroll =
      at.y < edgePx ? -scrollPxPerFrame : at.y > window.innerHeight - edgePx ? scrollPxPerFrame : 0;
    if (scroll !== 0) {
      window.scrollBy(0, scroll);
      schedule();
    }
  };
  const schedule = () => {
    if (frame === 0) frame = requestAnimationFrame(step);
  };

  const lift = (copy: boolean) => {
    if (press === null || !carry.lift(press.source, copy)) return;
    lifted = true;
    // React has drawn the handle; its copy follows the pointer and belongs to nobody.
    const picture = press.handle.cloneNode(true) as HTMLElement;
    for (const named of [picture, ...picture.querySelectorAll("[id]")])
      for (const name of ["id", "data-slot", "data-drag", "data-lifted"]) named.removeAttribute(name);
    picture.style.width = `${Math.min(press.handle.offsetWidth, 220)}px`;
    ghost.querySelector(".drag-ghost-picture")?.replaceChildren(picture);
    ghost.dataset["copy"] = copy ? copyWord : "";
    ghost.hidden = false;
    document.documentElement.classList.add("dragging-slot");
    measure();
    schedule();
  };
  const end = () => {
    window.clearTimeout(timer);
    cancelAnimationFrame(frame);
    frame = 0;
    press = null;
    shown = "";
    if (!lifted) return;
    lifted = false;
    ghost.hidden = true;
    delete ghost.dataset["verdict"];
    ghost.querySelector(".drag-ghost-words")?.replaceChildren();
    document.documentElement.classList.remove("dragging-slot");
  };

  const onDown = (event: PointerEvent) => {
    if (event.button !== 0 || press !== null || !(event.target instanceof Element)) return;
    const handle = event.target.closest<HTMLElement>("[data-drag]");
    if (handle === null || !root.contains(handle)) return;
    const source = readSource(handle.dataset["drag"] ?? "");
    if (source === null) return;
    const touch = event.pointerType === "touch";
    press = { id: event.pointerId, x: event.clientX, y: event.clientY, handle, source, touch };
    at = { x: event.clientX, y: event.clientY };
    if (touch) timer = window.setTimeout(() => lift(false), liftAfterMs);
  };
  const onMove = (event: PointerEvent) => {
    if (press === null || event.pointerId !== press.id) return;
    at = { x: event.clientX, y: event.clientY };
    const copy = event.ctrlKey || event.altKey || event.metaKey;
    if (!lifted) {
      if (Math.hypot(at.x - press.x, at.y - press.y) < dragAfterPx) return;
      if (press.touch) return end();
      lift(copy);
    } else if (copy !== carry.copy) {
      carry.setCopy(copy);
      ghost.dataset["copy"] = copy ? copyWord : "";
      measure();
    }
    schedule();
  };
  const onUp = (event: PointerEvent) => {
    if (press === null || event.pointerId !== press.id) return;
    if (lifted) {
      at = { x: event.clientX, y: event.clientY };
      carry.aim(below(at) ?? null);
      carry.drop();
      // The press ends in a click on the same element, which must not open anything.
      const swallow = (click: MouseEvent) => click.stopPropagation();
      window.addEventListener("click", swallow, { capture: true, once: true });
      window.setTimeout(() => window.removeEventListener("click", swallow, { capture: true }), 0);
    }
    end();
  };
  const cancel = () => {
    if (lifted) carry.cancel();
    end();
  };
  const onKey = (event: KeyboardEvent) => {
    if (!lifted) return;
    if (event.key === "Escape") {
      event.stopPropagation();
      cancel();
    }
  };
  const onTouchMove = (event: TouchEvent) => {
    if (lifted) event.preventDefault();
  };
  const onContextMenu = (event: Event) => {
    if (press?.touch) event.preventDefault();
  };

  root.addEventListener("pointerdown", onDown);
  root.addEventListener("contextmenu", onContextMenu);
  window.addEventListener("pointermove", onMove);
  window.addEventListener("pointerup", onUp);
  window.addEventListener("pointercancel", cancel);
  window.addEventListener("blur", cancel);
  window.addEventListener("keydown", onKey, { capture: true });
  document.addEventListener("touchmove", onTouchMove, { passive: false });
  const resized = new ResizeObserver(() => lifted && measure());
  resized.observe(root);
  return () => {
    cancel();
    resized.disconnect();
    root.removeEventListener("pointerdown", onDown);
    root.removeEventListener("contextmenu", onContextMenu);
    window.removeEventListener("pointermove", onMove);
    window.removeEventListener("pointerup", onUp);
    window.removeEventListener("pointercancel", cancel);
    window.removeEventListener("blur", cancel);
    window.removeEventListener("keydown", onKey, { capture: true });
    document.removeEventListener("touchmove", onTouchMove);
  };
}

/** "slot:<id>" or "class:<id>", as the page writes them. */
export function readSource(text: string): Source | null {
  const [kind, id] = text.split(":");
  if (id === undefined || id === "") return null;
  // The page writes ids that it got typed.
  if (kind === "slot") return { kind, slotId: id as Extract<Source, { kind: "slot" }>["slotId"] };
  if (kind === "class") return { kind, classId: id as Extract<Source, { kind: "class" }>["classId"] };
  return null;
}
