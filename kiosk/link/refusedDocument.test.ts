import { expect, test } from "vitest";
import { planFormat } from "../../protocol/documents/plan.ts";
import { refusedDocument } from "./refusedDocument.ts";

const planOf = (format: number) => ({
  type: "document",
  document: { doc: "plan", version: 7, body: { format } },
});

test("a plan newer than the kiosk understands says which forms, what goes on and what to do", () => {
  const refused = refusedDocument(planOf(planFormat + 1), "format: Invalid input");
  expect(refused?.name).toBe("plan");
  expect(refused?.detail).toContain(`dạng mới (${planFormat + 1})`);
  expect(refused?.detail).toContain("vẫn chạy theo thời khóa biểu đang có");
  expect(refused?.detail).toContain("cập nhật Kidsmart");
});

test("a plan that is broken in a known form is not called newer, and what is no document is nothing", () => {
  expect(refusedDocument(planOf(planFormat), "slots: Required")?.detail).toContain("slots: Required");
  expect(refusedDocument({ type: "clock" }, "")).toBeNull();
});
