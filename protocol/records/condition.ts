// Owns the condition: what a device measures of itself that changes slowly. Health is what changes by the minute (ADR 0030).
import { z } from "zod";
import { versioned } from "../versioned.ts";

/** A name as the operating system gives it. */
const text = z.string().max(200);
const percent = z.number().min(0).max(100);
const count = z.number().int().min(0);

const smart = z.object({
  /** The disk's own verdict; null when it gives none. `failing`: save what is on it and replace it. */
  verdict: z.enum(["passed", "failing"]).nullable(),
  /** Used share of the rated life of flash, %; above 100 it lives longer than promised. Null for spinning disks. */
  wearPercent: z.number().int().min(0).max(255).nullable(),
  /** Sectors replaced by spare ones so far. */
  reallocatedSectors: count.nullable(),
  /** Sectors that could not be read and wait to be replaced. */
  pendingSectors: count.nullable(),
  powerOnHours: count.nullable(),
  temperatureC: z.number().min(-60).max(200).nullable(),
});

const disk = z.object({
  /** e.g. "sda", "nvme0n1", "PhysicalDrive0"; the same name as in the inventory. */
  name: text,
  model: text.nullable(),
  sizeMiB: count,
  /** Null where nobody can ask the disk: no smartctl, no rights, a virtual disk. */
  smart: smart.nullable(),
});
export type DiskCondition = z.infer<typeof disk>;

const volume = z.object({
  /** Where it is found: "/", "/home", "C:". */
  mount: text,
  /** The disk it lies on; null when unknown. */
  disk: text.nullable(),
  sizeMiB: count,
  freeMiB: count,
  /** Kidsmart's own data lie here; when it is full, records are lost. */
  holdsData: z.boolean(),
});
export type VolumeCondition = z.infer<typeof volume>;

const battery = z.object({
  name: text,
  kind: z.enum(["battery", "ups"]),
  /** Charge, %. */
  percent: percent.nullable(),
  state: z.enum(["charging", "discharging", "full", "idle"]).nullable(),
  /** Lost share of the capacity it was made with, %. */
  wearPercent: percent.nullable(),
});
export type BatteryCondition = z.infer<typeof battery>;

const hubLink = z.object({
  /** Interface the connection to the hub leaves by, e.g. "eth0"; null when unknown. */
  interface: text.nullable(),
  /** `local`: the hub runs on this very computer. */
  kind: z.enum(["wired", "wireless", "local", "other"]),
  speedMbps: count.nullable(),
  /** Strength of the radio signal, %. Null on wires. */
  signalPercent: percent.nullable(),
  /** Middle of the latest times between a batch and its acknowledgement, ms. Null before the first one. */
  roundTripMs: count.nullable(),
  /** Share of the latest batches that had to be sent again since no acknowledgement came, %. Null before the first one. */
  lostPercent: percent.nullable(),
});

const display = z.object({
  /** The socket it is plugged into, e.g. "HDMI-A-1"; null when unknown. */
  connector: text.nullable(),
  model: text.nullable(),
  widthPx: count.nullable(),
  heightPx: count.nullable(),
});

const sound = z.object({
  name: text,
  muted: z.boolean().nullable(),
  volumePercent: percent.nullable(),
});

const usb = z.object({
  /** Vendor and product, four hexadecimal digits each: "046d:c077". */
  id: z.string().regex(/^[0-9a-f]{4}:[0-9a-f]{4}$/),
  name: text.nullable(),
});

const v1 = z.object({
  /** Null, here and below: this could not be asked. An empty list: asked, and there is none. */
  disks: z.array(disk).max(32).nullable(),
  volumes: z.array(volume).max(32).nullable(),
  power: z
    .object({
      /** Fed by the mains. Null where there is no battery, and so nobody to notice. */
      onMains: z.boolean().nullable(),
      batteries: z.array(battery).max(8),
    })
    .nullable(),
  link: hubLink.nullable(),
  /** Connected displays. */
  displays: z.array(display).max(16).nullable(),
  sound: z.array(sound).max(16).nullable(),
  /** How many of each are plugged in. */
  input: z.object({ mice: count, keyboards: count, touchScreens: count }).nullable(),
  /** Devices on the USB, hubs left out. */
  usb: z.array(usb).max(64).nullable(),
  updates: z
    .object({
      /** Updates that wait, security ones among them. */
      pending: count.nullable(),
      security: count.nullable(),
      /** The machine has to be restarted for updates that are installed already. Null where the platform does not tell. */
      restartNeeded: z.boolean().nullable(),
    })
    .nullable(),
  clock: z.object({
    /** The device's clock minus the hub's, ms. Null until the hub was heard since the start. */
    offsetMs: z.number().int().nullable(),
    trusted: z.boolean(),
  }),
  /** Sums since the agent was installed. They grow only, and begin anew when the agent is installed anew. */
  counts: z.object({
    /** Starts of the machine after a run that ended without a stop: power cuts, resets, freezes. */
    powerLosses: count,
    /** Connections of a kiosk, so starts and restarts of it. */
    kioskStarts: count,
    kioskCrashes: count,
    /** Games that crashed or hung and were closed. */
    gameCrashes: count,
  }),
  /** Sources that did not answer the last time they were asked; their parts are null or from before. */
  unmeasured: z
    .array(z.object({ source: text, reason: z.enum(["failed", "timedOut", "unreadable"]) }))
    .max(32),
});
/**
 * The whole condition, not a change of it: the newest record is what is true now. It is sent when something in it
 * changed by more than its noise, at least five minutes after the one before, and otherwise daily.
 */
export type Condition = z.infer<typeof v1>;
export const condition = versioned("condition", [{ schema: v1 }]);
