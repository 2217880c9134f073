// Owns what each event of a device reads as: one sentence, a quieter detail, and how much it matters. Pure.
import type { TFunction } from "i18next";
import type { RecordBody, RecordType } from "../../../protocol/records/records.ts";
import type { DeviceEvent } from "../../api/devices.ts";
import type { Format } from "../text/format.ts";

export type EventTone = "good" | "plain" | "warning" | "bad";
export type EventSentence = { readonly text: string; readonly detail: string; readonly tone: EventTone };

export type EventWords = {
  readonly t: TFunction;
  readonly format: Format;
  readonly now: number;
  readonly gameTitle: (gameId: string) => string;
  readonly className: (classId: string) => string | undefined;
  readonly lessonTitle: (lessonId: string) => string | undefined;
};

type Body<Type extends RecordType> = RecordBody<Type>;
const joined = (parts: readonly (string | undefined)[]) => parts.filter((part) => part).join(" · ");

export function eventSentence(event: DeviceEvent, words: EventWords): EventSentence {
  const { t } = words;
  // Each body was accepted by its record's schema when the hub stored it, so its type follows from `type`.
  const body = event.body;
  switch (event.type) {
    case "online":
      return { text: t("event.online"), detail: "", tone: "good" };
    case "lost":
      return { text: t("event.lost"), detail: "", tone: "bad" };
    case "stopped":
      return { text: t("event.stopped"), detail: "", tone: "plain" };
    case "enrolled":
      return { text: t("event.enrolled"), detail: "", tone: "good" };
    case "replaced":
      return { text: t("event.replaced"), detail: hostIn(body), tone: "plain" };
    case "refusedTopic":
      return { text: t("event.refusedTopic"), detail: topicIn(body), tone: "warning" };
    case "power":
      return power(body as Body<"power">, words);
    case "session":
      return session(body as Body<"session">, words);
    case "gameRun":
      return gameRun(body as Body<"gameRun">, words);
    case "fault": {
      const fault = body as Body<"fault">;
      return { text: t(`event.fault.${fault.kind}`), detail: fault.detail, tone: "bad" };
    }
    case "peripheral": {
      const { kind, name, event: happened } = body as Body<"peripheral">;
      const part = t(`event.peripheral.${kind}`);
      return {
        text: t(`event.peripheral.${happened}`, { part }),
        detail: name,
        tone: happened === "vanished" ? "warning" : "plain",
      };
    }
    case "report": {
      const { part, note } = body as Body<"report">;
      return {
        text: t("event.report.title", { part: t(`event.report.${part}`) }),
        detail: note,
        tone: "bad",
      };
    }
    case "readiness":
      return readiness(body as Body<"readiness">, words);
    case "commandResult": {
      const { outcome, detail } = body as Body<"commandResult">;
      return {
        text: t(`event.commandResult.${outcome}`),
        detail,
        tone: outcome === "done" ? "plain" : "warning",
      };
    }
    case "outboxDropped":
      return outboxDropped(body as Body<"outboxDropped">, words);
    case "inventory":
      return { text: t("event.inventory"), detail: "", tone: "plain" };
    case "condition":
      return { text: t("event.condition"), detail: "", tone: "plain" };
    case "software":
      return { text: t("event.software"), detail: "", tone: "plain" };
    case "health":
      return { text: t("event.health"), detail: "", tone: "plain" };
    default:
      return { text: t("event.unknown", { type: event.type }), detail: "", tone: "plain" };
  }
}

function power({ event, scope, lastAliveAt }: Body<"power">, { t, format, now }: EventWords): EventSentence {
  const machine = scope === "machine";
  if (event === "start")
    return {
      text: t(machine ? "event.power.startMachine" : "event.power.startAgent"),
      detail: "",
      tone: "plain",
    };
  if (event === "stop")
    return {
      text: t(machine ? "event.power.stopMachine" : "event.power.stopAgent"),
      detail: "",
      tone: "plain",
    };
  return {
    text: t(machine ? "event.power.unexpectedMachine" : "event.power.unexpectedAgent"),
    detail: lastAliveAt === null ? "" : t("event.power.lastAlive", { when: format.moment(lastAliveAt, now) }),
    tone: "warning",
  };
}

const sourceKey = {
  timetable: "event.session.byTimetable",
  teacher: "event.session.byTeacher",
  hub: "event.session.byHub",
} as const;

function session(body: Body<"session">, { t, className, lessonTitle }: EventWords): EventSentence {
  return {
    text: joined([t(`event.session.${body.event}`), className(body.classId)]),
    detail: joined([
      lessonTitle(body.lessonId),
      t(sourceKey[body.source]),
      body.headcount === null ? undefined : t("event.session.headcount", { count: body.headcount }),
    ]),
    tone: body.event === "opened" ? "good" : "plain",
  };
}

function gameRun(body: Body<"gameRun">, { t, format, gameTitle, className }: EventWords): EventSentence {
  return {
    text: joined([
      t(`event.gameRun.${body.ended}`, { game: gameTitle(body.gameId) }),
      body.classId === null ? undefined : className(body.classId),
    ]),
    detail: t("event.gameRun.detail", {
      rounds: body.rounds,
      correct: body.correctFirstTry,
      hints: body.hints,
      duration: format.span(body.durationMs),
    }),
    tone: body.ended === "faulted" ? "bad" : "plain",
  };
}

function readiness({ checks }: Body<"readiness">, { t }: EventWords): EventSentence {
  const failed = checks.filter(({ passed }) => !passed);
  if (failed.length === 0) return { text: t("event.readiness.passed"), detail: "", tone: "good" };
  return {
    text: t("event.readiness.failed", {
      checks: failed.map(({ name }) => t(`event.readiness.${name}`)).join(", "),
    }),
    detail: joined(failed.map(({ detail }) => detail)),
    tone: "warning",
  };
}

function outboxDropped(body: Body<"outboxDropped">, { t, format, now }: EventWords): EventSentence {
  const type =
    body.type === "health"
      ? t("event.outboxDropped.health")
      : t("event.outboxDropped.others", { type: body.type });
  return {
    text: t(`event.outboxDropped.${body.how}`, { count: body.count, type }),
    detail: t("event.outboxDropped.span", {
      from: format.moment(body.fromAt, now),
      until: format.moment(body.untilAt, now),
    }),
    tone: "warning",
  };
}

function topicIn(body: unknown): string {
  if (typeof body !== "object" || body === null || !("topic" in body)) return "";
  return String(body.topic);
}

function hostIn(body: unknown): string {
  if (typeof body !== "object" || body === null || !("hostname" in body)) return "";
  return String(body.hostname);
}
