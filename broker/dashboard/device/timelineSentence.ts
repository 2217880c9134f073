// Owns what each line of a device's timeline reads as, whatever it came from. Pure.
import type { TFunction } from "i18next";
import type { TimelineEvent } from "../../api/fleet.ts";
import { type EventSentence, type EventWords, eventSentence } from "./eventSentence.ts";
import type { DeviceText } from "./texts/useTexts.ts";

export type TimelineWords = EventWords & {
  readonly device: DeviceText;
  readonly commandName: (name: string) => string;
  readonly partName: (part: string) => string;
  readonly roomName: (roomId: string) => string | undefined;
  /** Of the audit log. */
  readonly actionName: (action: string) => string;
};

/** Where it leads; null for what has no page of its own. */
export type TimelineLine = EventSentence & { readonly address: string | null };

type Fields = Readonly<Record<string, unknown>>;

export function timelineSentence(event: TimelineEvent, words: TimelineWords): TimelineLine {
  const { device: t } = words;
  const body = fieldsOf(event.body);
  switch (event.type) {
    case "online":
    case "lost":
    case "stopped":
      return { ...eventSentence(event, words), address: null };
    case "enrolled":
      return { ...eventSentence(event, words), address: null };
    case "command": {
      const state = commandStates.find((one) => one === body["state"]) ?? "unknown";
      return {
        text: t("timeline.command", {
          name: words.commandName(String(body["name"])),
          who: String(body["issuedBy"]),
        }),
        detail: t(`timeline.commandState.${state}`),
        tone: state === "done" || state === "sent" || state === "queued" ? "plain" : "warning",
        address: null,
      };
    }
    case "alertOpened":
    case "alertAcknowledged":
    case "alertCleared":
      return alert(event.type, body, words);
    case "ticket":
      return ticket(body, words);
    case "audit":
      return audited(body, words);
    default:
      return record(event, words);
  }
}

const commandStates = ["queued", "sent", "done", "failed", "refused", "expired", "cancelled"] as const;
const ticketEvents = [
  ...(["opened", "reportedAgain", "step", "undo"] as const),
  ...(["comment", "assign", "photo", "alert"] as const),
];

function record(event: TimelineEvent, words: TimelineWords): TimelineLine {
  // A row that could not be read any more, or a record of a version this page does not know.
  const unreadable: TimelineLine = {
    text: words.device("timeline.unreadable", { type: event.type }),
    detail: "",
    tone: "warning",
    address: null,
  };
  if (typeof event.body !== "object" || event.body === null) return unreadable;
  return { ...eventSentence(event, words), address: null };
}

function alert(type: string, body: Fields, { device: t }: TimelineWords): TimelineLine {
  const rule = String(body["ruleName"]);
  const address = `/alerts/${String(body["id"])}`;
  if (type === "alertCleared")
    return { text: t("timeline.alertCleared", { rule }), detail: "", tone: "good", address };
  if (type === "alertAcknowledged")
    return {
      text: t("timeline.acknowledged", { rule, who: String(body["who"]) }),
      detail: "",
      tone: "plain",
      address,
    };
  return {
    text: t("timeline.alertOpened", { rule }),
    detail: "",
    tone: body["severity"] === "urgent" ? "bad" : body["severity"] === "warning" ? "warning" : "plain",
    address,
  };
}

function ticket(body: Fields, { device: t, partName }: TimelineWords): TimelineLine {
  const kind = ticketEvents.find((one) => one === body["event"]) ?? "step";
  return {
    text: t(`timeline.ticket.${kind}`, {
      number: Number(body["number"]),
      part: partName(String(body["part"])),
    }),
    detail: "",
    tone: kind === "opened" || kind === "reportedAgain" ? "bad" : "plain",
    address: `/tickets/${String(body["ticketId"])}`,
  };
}

function audited(body: Fields, words: TimelineWords): TimelineLine {
  const { device: t, actionName, t: common } = words;
  const action = String(body["action"]);
  const actor = body["actor"] === "hub" ? common("audit.hub") : String(body["actor"]);
  const change = fieldsOf(body["detail"]);
  const parts = [
    typeof change["name"] === "string" ? t("timeline.renamed", { value: change["name"] }) : undefined,
    "roomId" in change ? (roomOf(change["roomId"], words) ?? t("timeline.moved")) : undefined,
    typeof change["stationNumber"] === "number"
      ? t("timeline.numbered", { value: change["stationNumber"] })
      : undefined,
    "allowReboot" in change ? t("timeline.reboot") : undefined,
    "emblem" in change ? t("timeline.emblem") : undefined,
  ];
  return {
    text: t("timeline.audit", { who: actor, action: actionName(action) }),
    detail: action === "device.change" ? parts.filter((part) => part !== undefined).join(" · ") : "",
    tone: /refused|twice|foreign|revoke/i.test(action) ? "warning" : "plain",
    address: null,
  };
}

const roomOf = (id: unknown, { roomName, t }: TimelineWords & { readonly t: TFunction }) =>
  id === null ? t("devices.noRoom") : roomName(String(id));

const fieldsOf = (value: unknown): Fields =>
  typeof value === "object" && value !== null ? (value as Fields) : {};
