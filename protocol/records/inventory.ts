// Owns the inventory: what the device is. Sent at the first start and when something changed.
import { z } from "zod";
import { versioned } from "../versioned.ts";

const v1 = z.object({
  hostname: z.string(),
  /** e.g. "Debian GNU/Linux 12 (bookworm)". */
  operatingSystem: z.string(),
  architecture: z.string(),
  manufacturer: z.string().nullable(),
  model: z.string().nullable(),
  /** The maker's serial number; null where the platform hides it. */
  serial: z.string().nullable(),
  processor: z.string(),
  /** Logical processors. */
  cores: z.number().int().min(1),
  memoryMiB: z.number().int().min(0),
  disks: z.array(
    z.object({ name: z.string(), sizeMiB: z.number().int().min(0), kind: z.string().nullable() }),
  ),
  displays: z.array(
    z.object({
      model: z.string().nullable(),
      widthPx: z.number().int().nullable(),
      heightPx: z.number().int().nullable(),
    }),
  ),
  networks: z.array(z.object({ name: z.string(), mac: z.string(), address: z.string().nullable() })),
  agentVersion: z.string(),
});

// Defaults: the hub keeps each device's newest body without its version, and those of older agents are among them.
const text = z.string().nullable().default(null);
/** The maker's number of one part, for the asset register; null where the platform hides it. */
const serial = text;

const v2 = v1.extend({
  disks: z.array(
    z.object({
      name: z.string(),
      sizeMiB: z.number().int().min(0),
      kind: z.string().nullable(),
      model: text,
      serial,
    }),
  ),
  displays: z.array(
    z.object({
      model: z.string().nullable(),
      widthPx: z.number().int().nullable(),
      heightPx: z.number().int().nullable(),
      maker: text,
      serial,
    }),
  ),
  bios: z
    .object({
      vendor: text,
      version: text,
      /** Day of release as the firmware writes it, e.g. "2019-07-30" or "07/30/2019". */
      releasedOn: text,
    })
    .nullable()
    .default(null),
  board: z.object({ maker: text, model: text, serial }).nullable().default(null),
  chassis: z
    .object({
      /** e.g. "Desktop", "Laptop", "All in One". */
      kind: text,
      serial,
      /** What the owner wrote into the firmware, often the number on the sticker. */
      assetTag: text,
    })
    .nullable()
    .default(null),
  memoryModules: z
    .array(
      z.object({
        slot: text,
        sizeMiB: z.number().int().min(0),
        /** e.g. "DDR4". */
        kind: text,
        maker: text,
        part: text,
        serial,
      }),
    )
    .default([]),
  /** The firmware's id of this machine: it stays when the disk is changed or the system installed anew. */
  machineUuid: text,
});
export type Inventory = z.infer<typeof v2>;
export const inventory = versioned("inventory", [
  { schema: v1 },
  {
    schema: v2,
    upgrade: (before: z.infer<typeof v1>) => ({
      ...before,
      disks: before.disks.map((disk) => ({ ...disk, model: null, serial: null })),
      displays: before.displays.map((display) => ({ ...display, maker: null, serial: null })),
      bios: null,
      board: null,
      chassis: null,
      memoryModules: [],
      machineUuid: null,
    }),
  },
]);
