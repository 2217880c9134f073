import { createInstance } from "i18next";
import { expect, test } from "vitest";
import type { TimelineEvent } from "../../api/fleet.ts";
import { makeFormat } from "../text/format.ts";
import { vi } from "../text/vi.ts";
import { vi as ticketWords } from "../tickets/texts/vi.ts";
import { vi as deviceWords } from "./texts/vi.ts";
import { type TimelineWords, timelineSentence } from "./timelineSentence.ts";

const texts = createInstance();
await texts.init({
  lng: "vi",
  resources: { vi: { translation: vi, device: deviceWords } },
  interpolation: { escapeValue: false },
});
const words: TimelineWords = {
  t: texts.t,
  device: texts.getFixedT("vi", "device") as unknown as TimelineWords["device"],
  format: makeFormat(texts.t, "vi", "Asia/Ho_Chi_Minh"),
  now: 0,
  gameTitle: (id) => id,
  className: () => undefined,
  lessonTitle: () => undefined,
  roomName: (id) => (id === "k" ? "Phòng Kidsmart" : undefined),
  commandName: (name) => (name === "identify" ? "Nhận diện" : name),
  partName: (part) => (ticketWords.parts as Record<string, string>)[part] ?? part,
  actionName: (action) => (vi.audit.name as Record<string, string>)[action] ?? action,
};
const line = (event: Omit<TimelineEvent, "at" | "kind">) =>
  timelineSentence({ ...event, at: 0, kind: "changes" }, words);

test("what people changed reads as what they did", () => {
  const detail = { deviceId: "d", name: "Trạm 4", roomId: "k", allowReboot: true };
  const told = line({ type: "audit", body: { actor: "Cô Hoa", action: "device.change", detail } });
  expect(told.text).toContain("Cô Hoa: ");
  expect(told.detail).toBe("tên “Trạm 4” · Phòng Kidsmart · quyền bật lại từ xa");
  expect(
    line({ type: "audit", body: { actor: "hub", action: "device.topicRefused", detail: {} } }).tone,
  ).toBe("warning");
});

test("commands, alerts and tickets say what became of them and lead to their pages", () => {
  const command = line({ type: "command", body: { name: "identify", issuedBy: "Cô Hoa", state: "failed" } });
  expect(command).toMatchObject({
    text: "Lệnh “Nhận diện” của Cô Hoa",
    detail: "không thực hiện được",
    tone: "warning",
  });
  const alert = { id: "a", ruleName: "Máy nóng", severity: "urgent", who: null };
  expect(line({ type: "alertOpened", body: alert })).toMatchObject({
    text: "Cảnh báo: Máy nóng",
    tone: "bad",
    address: "/alerts/a",
  });
  expect(line({ type: "alertCleared", body: alert }).tone).toBe("good");
  const ticket = line({
    type: "ticket",
    body: { event: "opened", number: 12, part: "mouse", ticketId: "t", state: "open" },
  });
  expect(ticket).toMatchObject({ text: "Phiếu báo hỏng 12 được mở: Chuột", address: "/tickets/t" });
});

test("a row that cannot be read costs its own line only, and so does a record of a newer version", () => {
  expect(line({ type: "fault", body: null }).text).toBe("Bản ghi không đọc được (fault)");
  expect(line({ type: "teleport", body: {} }).text).toContain("teleport");
  expect(line({ type: "command", body: null }).tone).toBe("warning");
});
