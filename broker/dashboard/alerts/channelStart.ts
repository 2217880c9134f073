// Owns what a new channel of each kind begins with. Pure.
import type { AlertChannelOrder } from "../../api/alerts.ts";

export const channelKinds = ["email", "telegram", "zalo", "webhook"] as const;
export type ChannelKind = (typeof channelKinds)[number];

const zaloUrl = "https://openapi.zalo.me/v3.0/oa/message/cs";

const settings: Record<ChannelKind, AlertChannelOrder["settings"]> = {
  email: { kind: "email", host: "", port: 587, security: "startTls", username: "", from: "", to: [] },
  telegram: { kind: "telegram", base: "https://api.telegram.org", chatId: "" },
  zalo: {
    kind: "webhook",
    url: zaloUrl,
    headers: { access_token: "{{secret}}" },
    template: `{
  "recipient": { "user_id": "MA_NGUOI_NHAN" },
  "message": { "text": "{{title}}\\n\\n{{text}}" }
}`,
  },
  webhook: {
    kind: "webhook",
    url: "",
    headers: {},
    template: `{
  "title": "{{title}}",
  "text": "{{text}}",
  "severity": "{{severity}}",
  "school": "{{school}}",
  "time": "{{time}}"
}`,
  },
};

export function startOf(kind: ChannelKind): AlertChannelOrder {
  return {
    name: "",
    enabled: true,
    severities: ["urgent", "warning"],
    quiet: { startMinute: 18 * 60, endMinute: 6 * 60 },
    urgentAlways: true,
    tellsCleared: false,
    settings: settings[kind],
  };
}

export const kindOf = (of: AlertChannelOrder["settings"]): ChannelKind =>
  of.kind === "webhook" ? (of.url.includes("openapi.zalo.me") ? "zalo" : "webhook") : of.kind;

/** Placeholders of a template, as they are written. */
export const placeholders = ["title", "text", "severity", "count", "school", "time", "secret"]
  .map((name) => `{{${name}}}`)
  .join(" ");

export const headersText = (headers: Readonly<Record<string, string>>): string =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n");

export function readHeaders(text: string): Record<string, string> {
  return Object.fromEntries(
    text
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line) => {
        const [name = "", ...rest] = line.split(":");
        return [name.trim(), rest.join(":").trim()];
      }),
  );
}
