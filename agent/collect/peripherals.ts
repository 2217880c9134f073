// Owns the peripherals: what is plugged into this computer, and what came and went since the last look.
import { z } from "zod";
import type { Condition } from "../../protocol/records/condition.ts";
import type { Peripheral } from "../../protocol/records/peripheral.ts";

export const plugged = z.object({
  kind: z.enum(["mouse", "keyboard", "touch", "speaker", "display", "other"]),
  name: z.string(),
  /** Of a thing on the USB that is none of the other kinds. */
  usbId: z.string().optional(),
});
export type Plugged = z.infer<typeof plugged>;

export type UsbDevice = {
  readonly id: string;
  readonly name: string | null;
  /** It is told under no other kind. */
  readonly other: boolean;
};

export type Peripherals = { readonly plugged: readonly Plugged[]; readonly usb: readonly UsbDevice[] };

export const otherUsb = (usb: readonly UsbDevice[]): Plugged[] =>
  usb
    .filter(({ other }) => other)
    .map(({ id, name }) => ({ kind: "other" as const, name: name ?? id, usbId: id }));

export function countInput(all: readonly Plugged[]): NonNullable<Condition["input"]> {
  const count = (kind: Plugged["kind"]) => all.filter((each) => each.kind === kind).length;
  return { mice: count("mouse"), keyboards: count("keyboard"), touchScreens: count("touch") };
}

/** What to record: two equal mice are two. */
export function comparePeripherals(before: readonly Plugged[], now: readonly Plugged[]): Peripheral[] {
  const key = ({ kind, name }: Plugged) => `${kind}\n${name}`;
  const surplus = (of: readonly Plugged[], over: readonly Plugged[]) => {
    const left = over.map(key);
    return of.filter((entry) => {
      const index = left.indexOf(key(entry));
      if (index !== -1) left.splice(index, 1);
      return index === -1;
    });
  };
  const told =
    (event: Peripheral["event"]) =>
    ({ kind, name, usbId }: Plugged): Peripheral => ({ kind, name, event, usbId: usbId ?? null });
  return [...surplus(before, now).map(told("vanished")), ...surplus(now, before).map(told("appeared"))];
}
