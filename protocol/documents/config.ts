// Owns the config: what this one device is called and may do.
import { z } from "zod";
import { locale } from "../game.ts";
import { deviceId, staffId } from "../ids.ts";

export const deviceKind = z.enum(["station", "screen", "office"]);
/** station: a child's computer; screen: a classroom screen; office: a computer with an agent and no kiosk. */
export type DeviceKind = z.infer<typeof deviceKind>;

export const configDocument = z.object({
  deviceId,
  deviceName: z.string(),
  kind: deviceKind,
  schoolName: z.string(),
  roomName: z.string(),
  /** The number on the station's sticker; null for other kinds. */
  stationNumber: z.number().int().min(1).nullable(),
  /** Picture that children know the station by. */
  emblem: z.string(),
  /** Who may open the teacher panel. `verifier` is a scrypt string; it never reaches a renderer. */
  pins: z.array(z.object({ staffId, verifier: z.string() })),
  healthEverySeconds: z.number().int().min(1).max(3600),
  /** A remote restart and switching off. */
  allowReboot: z.boolean(),
  /** Pictures of the kiosk's window; absent from older hubs, which means no. */
  allowScreenshot: z.boolean().optional(),
  /** Loudest volume the station uses, 0–100. */
  volumePercent: z.number().int().min(0).max(100),
  locale,
});
export type ConfigDocument = z.infer<typeof configDocument>;
