// Owns what agent tests share: ids, records, a folder that is gone afterwards, a log that says nothing.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { onTestFinished } from "vitest";
import {
  bootId,
  classId,
  deviceId,
  lessonId,
  type RecordId,
  recordId,
  roomId,
  schoolId,
  sessionId,
} from "../../protocol/ids.ts";
import type { NewRecord } from "../../protocol/records/records.ts";
import type { Identity } from "../enrolment/identity.ts";
import { type OutboxDeps, openOutbox } from "../outbox/outbox.ts";
import type { Random } from "../time/random.ts";
import { makeFakeClock } from "./fakeClock.ts";

const uuid = (n: number) => `01900000-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;

export const school = schoolId.parse(uuid(1));
export const device = deviceId.parse(uuid(2));
export const room = roomId.parse(uuid(3));
export const boot = bootId.parse("00000000000000b0");
export const recordIdOf = (n: number): RecordId => recordId.parse(uuid(0x1000 + n));

export const quietLog = pino({ level: process.env["KIDSMART_LOG"] ?? "silent" });

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "kidsmart-agent-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Tokens count up; the fraction is always one half. */
export function makePlainRandom(): Random {
  let tokens = 0;
  return {
    fraction: () => 0.5,
    token: () => (++tokens).toString(16).padStart(16, "0"),
  };
}

export function makeIdentity(mqttUrl: string): Identity {
  return {
    schoolId: school,
    deviceId: device,
    roomId: room,
    kind: "station",
    deviceName: "Máy 1",
    secret: "s".repeat(43),
    mqttUrl,
    hubUrl: "http://127.0.0.1:8080",
  };
}

export function health(at = 1, mono = at): NewRecord {
  return {
    type: "health",
    at,
    mono,
    boot,
    body: {
      cpuPercent: 12.3,
      memoryPercent: 45.6,
      diskFreeMiB: 78901,
      temperatureC: 51.2,
      receivedKiB: 34,
      sentKiB: 12,
      kiosk: "game",
    },
  };
}

/** A record that may never be lost. */
export function sessionRecord(n: number): NewRecord {
  return {
    type: "session",
    at: n,
    mono: n,
    boot,
    id: recordIdOf(n),
    body: {
      sessionId: sessionId.parse(uuid(4)),
      event: "opened",
      source: "teacher",
      slotId: null,
      classId: classId.parse(uuid(5)),
      lessonId: lessonId.parse(uuid(6)),
      staffId: null,
      headcount: n % 30,
      seats: null,
      playedMs: null,
      startAt: n,
      endAt: n + 1,
    },
  };
}

export function openTestOutbox(
  options: Partial<Pick<OutboxDeps, "owner" | "clock" | "random" | "bounds" | "opened">> & {
    folder?: string;
  } = {},
) {
  return openOutbox({
    file: join(options.folder ?? temporaryFolder(), "outbox.db"),
    owner: options.owner ?? device,
    clock: options.clock ?? makeFakeClock(),
    random: options.random ?? makePlainRandom(),
    boot: () => boot,
    ...(options.bounds === undefined ? {} : { bounds: options.bounds }),
    ...(options.opened === undefined ? {} : { opened: options.opened }),
  });
}
