// Owns what Windows' answers mean: each is read by its own schema and turned into the protocol's units. Pure.
import { z } from "zod";
import type { Condition } from "../../../protocol/records/condition.ts";
import type { NetworkInterface } from "../hubLink.ts";
import type { TrafficTotals } from "../network.ts";
import { otherUsb, type Peripherals, type Plugged, type UsbDevice } from "../peripherals.ts";
import { UnreadableAnswer } from "../probe.ts";
import { type Programs, sortedPrograms } from "../software.ts";

type Part<Name extends keyof Condition> = NonNullable<Condition[Name]>;

const number = z.number().nullish();
const text = z.string().nullish();

/** The loop in windows/program.ts gives a list, whatever is in it. */
function read<Row extends z.ZodType>(row: Row, answer: unknown): z.infer<Row>[] {
  const parsed = z.array(row).safeParse(answer);
  if (parsed.success) return parsed.data;
  throw new UnreadableAnswer(JSON.stringify(answer)?.slice(0, 100) ?? "nothing");
}

const mebibytes = (bytes: number | null | undefined) => Math.max(0, Math.round((bytes ?? 0) / 1024 ** 2));
const inBounds = (value: number | null | undefined, least: number, most: number) =>
  typeof value === "number" && value >= least && value <= most ? Math.round(value) : null;
const named = (value: string | null | undefined) => value?.trim().slice(0, 200) || null;

/** Tenths of a kelvin. */
export function readTemperature(answer: unknown): number | null {
  const celsius = read(z.object({ CurrentTemperature: number }), answer)
    .map(({ CurrentTemperature }) => (CurrentTemperature ?? 0) / 10 - 273.15)
    .filter((value) => value > 0 && value < 150);
  return celsius.length === 0 ? null : Math.round(Math.max(...celsius) * 10) / 10;
}

export function readTraffic(answer: unknown): TrafficTotals {
  const rows = read(z.object({ ReceivedBytes: z.number(), SentBytes: z.number() }), answer);
  return {
    receivedBytes: rows.reduce((sum, row) => sum + row.ReceivedBytes, 0),
    sentBytes: rows.reduce((sum, row) => sum + row.SentBytes, 0),
  };
}

/** `folder`: where the agent's own data lie. */
export function readVolumes(answer: unknown, folder: string): Part<"volumes"> {
  return read(z.object({ DeviceID: z.string(), Size: number, FreeSpace: number }), answer)
    .filter(({ Size }) => (Size ?? 0) > 0)
    .slice(0, 32)
    .map(({ DeviceID, Size, FreeSpace }) => ({
      mount: DeviceID,
      disk: null,
      sizeMiB: mebibytes(Size),
      freeMiB: mebibytes(FreeSpace),
      holdsData: folder.toLowerCase().startsWith(DeviceID.toLowerCase()),
    }));
}

export function readDisks(answer: unknown): Part<"disks"> {
  const row = z.object({
    DeviceId: z.union([z.string(), z.number()]),
    Name: text,
    Size: number,
    Health: text,
    Wear: number,
    Temperature: number,
    Hours: number,
  });
  return read(row, answer)
    .slice(0, 32)
    .map(({ DeviceId, Name, Size, Health, Wear, Temperature, Hours }) => ({
      name: `PhysicalDrive${DeviceId}`,
      model: named(Name),
      sizeMiB: mebibytes(Size),
      smart: {
        // "Warning" is what Windows calls a disk that foretells its failure.
        verdict:
          Health === "Healthy" ? "passed" : Health === "Warning" || Health === "Unhealthy" ? "failing" : null,
        wearPercent: inBounds(Wear, 0, 255),
        reallocatedSectors: null,
        pendingSectors: null,
        powerOnHours: inBounds(Hours, 0, 1_000_000),
        temperatureC: inBounds(Temperature, 1, 150),
      },
    }));
}

/** Win32_Battery.BatteryStatus: 1, 4 and 5 drain; 3 is full; 6 to 9 and 11 charge; 2 is on mains. */
const drains = [1, 4, 5];
const charges = [6, 7, 8, 9, 11];

export function readPower(answer: unknown): Part<"power"> {
  const row = z.object({
    Name: text,
    Id: text,
    Status: number,
    Percent: number,
    Designed: number,
    Full: number,
  });
  const batteries: Part<"power">["batteries"] = read(row, answer)
    .slice(0, 8)
    .map(({ Name, Id, Status, Percent, Designed, Full }) => ({
      name: named(Name) ?? named(Id) ?? "Battery",
      kind: /ups/i.test(`${Name} ${Id}`) ? "ups" : "battery",
      percent: inBounds(Percent, 0, 100),
      state:
        Status === 3
          ? "full"
          : drains.includes(Status ?? 0)
            ? "discharging"
            : charges.includes(Status ?? 0)
              ? "charging"
              : Status === 2
                ? "idle"
                : null,
      wearPercent: Designed && Full ? inBounds((1 - Full / Designed) * 100, 0, 100) : null,
    }));
  return {
    onMains: batteries.length === 0 ? null : batteries.every(({ state }) => state !== "discharging"),
    batteries,
  };
}

export function readNetwork(answer: unknown): NetworkInterface[] {
  const row = z.object({
    Name: z.string(),
    Up: z.boolean(),
    Wireless: z.boolean(),
    Speed: number,
    Signal: number,
  });
  return read(row, answer).map(({ Name, Up, Wireless, Speed, Signal }) => ({
    name: Name,
    kind: Wireless ? "wireless" : "wired",
    // Bits a second.
    speedMbps: Up ? inBounds((Speed ?? 0) / 1e6, 1, 1_000_000) : null,
    signalPercent: Wireless ? inBounds(Signal, 0, 100) : null,
  }));
}

export function readDisplays(answer: unknown): Part<"displays"> {
  return read(z.object({ Instance: text, Name: text }), answer)
    .slice(0, 16)
    .map(({ Instance, Name }) => ({
      connector: named(Instance),
      model: named(Name?.replaceAll("\u0000", "")),
      widthPx: null,
      heightPx: null,
    }));
}

export function readSound(answer: unknown): Part<"sound"> {
  return read(z.object({ FriendlyName: text }), answer)
    .slice(0, 16)
    .map(({ FriendlyName }) => ({ name: named(FriendlyName) ?? "?", muted: null, volumePercent: null }));
}

const kinds: Readonly<Record<string, Plugged["kind"]>> = {
  Mouse: "mouse",
  Keyboard: "keyboard",
  Monitor: "display",
  AudioEndpoint: "speaker",
};

export function readPeripherals(answer: unknown): Peripherals {
  const rows = read(z.object({ Class: text, FriendlyName: text, InstanceId: z.string() }), answer);
  const known: Plugged[] = [];
  const usb: UsbDevice[] = [];
  for (const { Class, FriendlyName, InstanceId } of rows) {
    const name = named(FriendlyName);
    const [, vendor, product] = /^USB\\VID_([0-9A-F]{4})&PID_([0-9A-F]{4})/i.exec(InstanceId) ?? [];
    // "&MI_" is one function of a device that is in the list itself.
    if (vendor !== undefined && product !== undefined && !/&MI_/i.test(InstanceId)) {
      // Things with a driver of their own class come as "USB" or "HIDClass" parents of what is told elsewhere.
      const other = !["USB", "HIDClass", "MEDIA", "Mouse", "Keyboard"].includes(Class ?? "");
      if (!/\bhub\b/i.test(name ?? "")) usb.push({ id: `${vendor}:${product}`.toLowerCase(), name, other });
      continue;
    }
    // Endpoints whose id holds {0.0.1. are microphones.
    if (Class === "AudioEndpoint" && !InstanceId.includes("{0.0.0.")) continue;
    const kind = kinds[Class ?? ""] ?? (/touch ?screen/i.test(name ?? "") ? "touch" : undefined);
    if (kind !== undefined) known.push({ kind, name: name ?? InstanceId.slice(0, 200) });
  }
  const shown = usb.slice(0, 64);
  return { plugged: [...known, ...otherUsb(shown)], usb: shown };
}

export function readRestart(answer: unknown): boolean | null {
  return read(z.object({ Needed: z.boolean() }), answer)[0]?.Needed ?? null;
}

export function readUpdates(
  answer: unknown,
): Pick<Part<"updates">, "pending" | "security"> | "searching" | null {
  const row = z.object({ Searching: z.boolean().optional(), Pending: number, Security: number });
  const [found] = read(row, answer);
  if (found === undefined) return null;
  if (found.Searching === true) return "searching";
  return { pending: inBounds(found.Pending, 0, 1e6), security: inBounds(found.Security, 0, 1e6) };
}

export function readPrograms(answer: unknown): Programs {
  const rows = read(z.object({ DisplayName: z.string(), DisplayVersion: text }), answer);
  const programs = sortedPrograms(
    rows.map(({ DisplayName, DisplayVersion }) => ({
      name: DisplayName.trim(),
      version: DisplayVersion ?? "",
    })),
  );
  return { programs, total: rows.length };
}
