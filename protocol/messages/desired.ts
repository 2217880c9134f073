// Owns the desired document: what the hub wants a device to hold, versioned, replaced as a whole (ADR 0002).
import { z } from "zod";
import { configDocument } from "../documents/config.ts";
import { contentDocument } from "../documents/content.ts";
import { planDocument } from "../documents/plan.ts";
import { highestVersion } from "./deviceState.ts";

const version = z.number().int().min(1).max(highestVersion);

export const desired = z.discriminatedUnion("doc", [
  z.object({ doc: z.literal("plan"), version, body: planDocument }),
  z.object({ doc: z.literal("config"), version, body: configDocument }),
  z.object({ doc: z.literal("content"), version, body: contentDocument }),
]);
export type Desired = z.infer<typeof desired>;
export type DocumentName = Desired["doc"];
export const documentNames: readonly DocumentName[] = ["plan", "config", "content"];
