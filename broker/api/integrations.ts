// Owns the contract of what other programs get from the hub: access keys and Home Assistant.
import { z } from "zod";
import { type Permission, permission } from "./permissions.ts";
import { defineRoutes } from "./route.ts";

/** What a key may never hold: with these a program could make itself a person, or more keys. */
const forPeopleOnly: ReadonlySet<Permission> = new Set(["signedIn", "staff.manage", "integrations.manage"]);
export const mayBeInKey = (wanted: Permission): boolean => !forPeopleOnly.has(wanted);

export const accessKeyId = z.uuid().brand("AccessKeyId");
export type AccessKeyId = z.infer<typeof accessKeyId>;

export const accessKey = z.object({
  id: accessKeyId,
  /** What it is for, e.g. "Grafana". */
  name: z.string(),
  permissions: z.array(permission),
  /** Its first characters, so that a person finds the one that is written down somewhere. */
  beginsWith: z.string(),
  createdByName: z.string(),
  /** UTC ms. */
  createdAt: z.number().int(),
  /** UTC ms; null: it does not end by itself. */
  expiresAt: z.number().int().nullable(),
  /** UTC ms, to the hour; null: never. */
  lastUsedAt: z.number().int().nullable(),
  /** False when the person who made it may not sign in any more, or the time is over. */
  holds: z.boolean(),
});
export type AccessKey = z.infer<typeof accessKey>;

export const homeAssistantSettings = z.object({
  enabled: z.boolean(),
  /** The broker that Home Assistant itself is connected to. */
  url: z
    .string()
    .max(300)
    .refine(
      (text) => text === "" || isBrokerUrl(text),
      "Địa chỉ cần có dạng mqtt://máy:1883 hoặc mqtts://máy:8883",
    ),
  username: z.string().max(200),
  /** Where Home Assistant looks for devices; it is "homeassistant" unless somebody changed it there. */
  discoveryPrefix: z.string().regex(/^[\w-]+(\/[\w-]+)*$/, "Chỉ dùng chữ, số, dấu gạch và dấu /"),
  /** Buttons in Home Assistant that act on devices; without it Home Assistant only looks. */
  allowCommands: z.boolean(),
});
export type HomeAssistantSettings = z.infer<typeof homeAssistantSettings>;

function isBrokerUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  // A password in the address would stand on the page and in the audit log.
  return ["mqtt:", "mqtts:"].includes(protocol) && hostname !== "" && username === "" && password === "";
}

/** As a person sends them: the password only when it changes. */
const homeAssistantChange = homeAssistantSettings
  .extend({ password: z.string().max(500).optional() })
  .refine(({ enabled, url }) => !enabled || url !== "", {
    path: ["url"],
    error: "Cần điền địa chỉ trước khi bật",
  });

export const homeAssistantState = z.object({
  settings: homeAssistantSettings,
  /** The password itself never leaves the hub. */
  hasPassword: z.boolean(),
  connection: z.enum(["off", "connecting", "connected", "failed"]),
  /** Why it failed, in the broker's own words; empty otherwise. */
  detail: z.string(),
  /** Devices that Home Assistant was told of. */
  devices: z.number().int(),
});
export type HomeAssistantState = z.infer<typeof homeAssistantState>;

export const integrationRoutes = defineRoutes({
  listAccessKeys: {
    method: "GET",
    path: "/api/integrations/keys",
    permission: "integrations.manage",
    summary: "Keys of other programs, without the keys themselves",
    reply: z.array(accessKey),
  },
  createAccessKey: {
    method: "POST",
    path: "/api/integrations/keys",
    permission: "integrations.manage",
    summary: "Make a key; it is shown this once",
    body: z.object({
      name: z.string().trim().min(1).max(60),
      permissions: z
        .array(permission)
        .min(1)
        .refine((wanted) => wanted.every(mayBeInKey), {
          error: "Có quyền không dành cho phần mềm",
        }),
      /** Days until it ends; null: until somebody takes it back. */
      days: z.number().int().min(1).max(3650).nullable(),
    }),
    reply: accessKey.extend({ token: z.string() }),
  },
  removeAccessKey: {
    method: "DELETE",
    path: "/api/integrations/keys/:accessKeyId",
    permission: "integrations.manage",
    summary: "Take a key back",
    params: z.object({ accessKeyId }),
    reply: null,
  },
  showHomeAssistant: {
    method: "GET",
    path: "/api/integrations/home-assistant",
    permission: "integrations.manage",
    summary: "How Home Assistant is told of devices",
    reply: homeAssistantState,
  },
  changeHomeAssistant: {
    method: "PATCH",
    path: "/api/integrations/home-assistant",
    permission: "integrations.manage",
    summary: "Tell Home Assistant of devices, or stop it",
    body: homeAssistantChange,
    reply: homeAssistantState,
  },
  testHomeAssistant: {
    method: "POST",
    path: "/api/integrations/home-assistant/test",
    permission: "integrations.manage",
    summary: "Try an address without keeping it",
    body: homeAssistantChange,
    reply: z.object({
      connected: z.boolean(),
      /** The broker's own words; empty when connected. */
      detail: z.string(),
    }),
  },
});
