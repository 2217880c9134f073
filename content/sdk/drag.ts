// Owns carrying: a thing is dragged to a place, or touched and then the place touched, or both by keyboard.

export type Carry = {
  /** Makes a button carriable. `onTap` takes the place of "pick it up" where a touch alone already means something. */
  addThing(thing: HTMLElement, onTap?: () => void): void;
  /**
   * Makes an element a place to put things. `accept` gets the thing and, when it was dragged, the middle of where it
   * was let go in CSS pixels. Where places overlap, the one added first takes it.
   */
  addPlace(place: HTMLElement, accept: (thing: HTMLElement, at: Point | null) => void): void;
  /** Puts down what is held. */
  letGo(): void;
};

export type Point = { x: number; y: number };

type Held = { thing: HTMLElement; pointerId: number; startX: number; startY: number; dragging: boolean };

/** A finger of a four-year-old trembles: below this many CSS pixels a press is a touch, not a drag. */
const trembleLimit = 12;

/** `blocked` is asked at every press: while it is true, presses do nothing. */
export function createCarry({ blocked }: { blocked: () => boolean }): Carry {
  const places = new Map<HTMLElement, (thing: HTMLElement, at: Point | null) => void>();
  let held: Held | null = null;
  let heldFrom = "";
  let picked: HTMLElement | null = null;

  const pick = (thing: HTMLElement | null) => {
    picked?.removeAttribute("data-picked");
    picked = picked === thing ? null : thing;
    picked?.setAttribute("data-picked", "true");
  };
  const put = (thing: HTMLElement, place: HTMLElement, at: Point | null) => {
    if (picked) pick(picked);
    places.get(place)?.(thing, at);
  };
  const middleOf = (thing: HTMLElement): Point => {
    const box = thing.getBoundingClientRect();
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  };
  const placeUnder = (thing: HTMLElement, { x, y }: Point): HTMLElement | undefined => {
    const margin = thing.getBoundingClientRect().width / 4;
    for (const place of places.keys()) {
      const area = place.getBoundingClientRect();
      const inside =
        x > area.left - margin &&
        x < area.right + margin &&
        y > area.top - margin &&
        y < area.bottom + margin;
      if (inside) return place;
    }
    return undefined;
  };
  const putBack = (thing: HTMLElement) => {
    thing.removeAttribute("data-dragging");
    thing.style.translate = "";
    thing.style.zIndex = heldFrom;
  };

  return {
    addThing(thing, onTap) {
      let suppressClick = false;
      thing.addEventListener("pointerdown", (event) => {
        suppressClick = false;
        // The first finger comes down anew: what an earlier one still seems to hold was lost, in a pause for instance.
        if (held && event.isPrimary) {
          if (held.dragging) putBack(held.thing);
          held = null;
        }
        if (held || blocked() || (event.pointerType === "mouse" && event.button !== 0)) return;
        held = {
          thing,
          pointerId: event.pointerId,
          startX: event.clientX,
          startY: event.clientY,
          dragging: false,
        };
        thing.setPointerCapture(event.pointerId);
      });
      thing.addEventListener("pointermove", (event) => {
        if (held?.thing !== thing || held.pointerId !== event.pointerId) return;
        const across = event.clientX - held.startX;
        const down = event.clientY - held.startY;
        if (!held.dragging && Math.hypot(across, down) < trembleLimit) return;
        if (!held.dragging) {
          // Over everything else while it is carried.
          heldFrom = thing.style.zIndex;
          thing.style.zIndex = "2500";
        }
        held.dragging = true;
        thing.setAttribute("data-dragging", "true");
        thing.style.translate = `${across}px ${down}px`;
      });
      const end = (event: PointerEvent, cancelled: boolean) => {
        if (held?.thing !== thing || held.pointerId !== event.pointerId) return;
        const wasDragging = held.dragging;
        held = null;
        if (!wasDragging) return;
        suppressClick = true;
        const at = middleOf(thing);
        // In a pause (the stage is inert then) a hand may let go, but nothing goes on: the thing returns.
        const isIdle = cancelled || blocked() || thing.closest("[inert]") !== null;
        const place = isIdle ? undefined : placeUnder(thing, at);
        putBack(thing);
        if (place) put(thing, place, at);
      };
      thing.addEventListener("pointerup", (event) => end(event, false));
      thing.addEventListener("pointercancel", (event) => end(event, true));
      // Enter and Space arrive as clicks too, so the keyboard needs nothing of its own.
      thing.addEventListener("click", () => {
        if (suppressClick || blocked()) return;
        if (onTap) onTap();
        else pick(thing);
      });
    },
    addPlace(place, accept) {
      places.set(place, accept);
      place.addEventListener("click", () => {
        if (picked && !blocked()) put(picked, place, null);
      });
    },
    letGo() {
      if (picked) pick(picked);
      if (held?.dragging) putBack(held.thing);
      held = null;
    },
  };
}
