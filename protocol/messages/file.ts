// Owns the file message: one part of a file that the hub asked a device for. Now or never, nothing of it is kept on the device.
import { z } from "zod";
import { commandId } from "../ids.ts";

/** screenshot: JPEG of the kiosk's window; logs: UTF-8 text. */
export const deviceFileKind = z.enum(["screenshot", "logs"]);
export type DeviceFileKind = z.infer<typeof deviceFileKind>;

/** Largest file, bytes. */
export const largestDeviceFileBytes = 1024 * 1024;
/** Every part but the last has exactly this many bytes before base64. */
export const deviceFilePartBytes = 96 * 1024;
const mostParts = Math.ceil(largestDeviceFileBytes / deviceFilePartBytes);

export const file = z.object({
  /** The command that asked for it; the hub takes no file that it did not ask this device for. */
  commandId,
  kind: deviceFileKind,
  /** From 0, in order. */
  part: z
    .number()
    .int()
    .min(0)
    .max(mostParts - 1),
  parts: z.number().int().min(1).max(mostParts),
  /** Base64. */
  data: z.base64().max(128 * 1024),
});
export type DeviceFilePart = z.infer<typeof file>;
