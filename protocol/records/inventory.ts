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
export type Inventory = z.infer<typeof v1>;
export const inventory = versioned("inventory", [{ schema: v1 }]);
