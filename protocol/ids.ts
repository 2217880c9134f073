// Owns the branded ids. An id is made once (UUIDv7, or a random token where noted) and never reused.
import { z } from "zod";

const uuid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
/** 64 random bits as 16 hex digits: short, since it travels with every batch. */
const token = z.string().regex(/^[0-9a-f]{16}$/);

export const schoolId = uuid.brand<"SchoolId">();
export type SchoolId = z.infer<typeof schoolId>;
export const roomId = uuid.brand<"RoomId">();
export type RoomId = z.infer<typeof roomId>;
export const classId = uuid.brand<"ClassId">();
export type ClassId = z.infer<typeof classId>;
export const deviceId = uuid.brand<"DeviceId">();
export type DeviceId = z.infer<typeof deviceId>;
export const lessonId = uuid.brand<"LessonId">();
export type LessonId = z.infer<typeof lessonId>;
export const slotId = uuid.brand<"SlotId">();
export type SlotId = z.infer<typeof slotId>;
/** A period of the school's day, "Tiết 1". */
export const periodId = uuid.brand<"PeriodId">();
export type PeriodId = z.infer<typeof periodId>;
export const noticeId = uuid.brand<"NoticeId">();
export type NoticeId = z.infer<typeof noticeId>;
export const staffId = uuid.brand<"StaffId">();
export type StaffId = z.infer<typeof staffId>;
export const commandId = uuid.brand<"CommandId">();
export type CommandId = z.infer<typeof commandId>;
/** Identity of one record, given where it is made, so that every hop can ignore a repeat. */
export const recordId = uuid.brand<"RecordId">();
export type RecordId = z.infer<typeof recordId>;

/** One outbox file's life. A reinstalled device has a new stream (ADR 0001). */
export const streamId = token.brand<"StreamId">();
export type StreamId = z.infer<typeof streamId>;
/** One run of the operating system, from power-on to power-off. */
export const bootId = token.brand<"BootId">();
export type BootId = z.infer<typeof bootId>;

/** A timetabled session is `<slotId>.<yyyymmdd>`, equal on every station of the room; one that a teacher started is a UUID. */
export const sessionId = z
  .string()
  .regex(/^[0-9a-f-]{36}(\.\d{8})?$/)
  .brand<"SessionId">();
export type SessionId = z.infer<typeof sessionId>;
