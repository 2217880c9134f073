// Owns what is said of a document that this kiosk cannot read: which one, what goes on, and what to do. The one it has stays in use.
import { planFormat } from "../../protocol/documents/plan.ts";
import { type DocumentName, documentNames } from "../../protocol/messages/desired.ts";

export type RefusedDocument = {
  readonly name: DocumentName;
  /** One refusal is told once; the same document comes again with every connection. */
  readonly key: string;
  /** For the IT officer. */
  readonly detail: string;
};

const documentTitles: Record<DocumentName, string> = {
  plan: "Thời khóa biểu",
  config: "Cài đặt",
  content: "Danh sách trò chơi",
};

/** `message` is JSON that the link's schema refused; null when it is no document. */
export function refusedDocument(message: unknown, issues: string): RefusedDocument | null {
  const document = fieldOf(message, "document");
  const name = documentNames.find((known) => known === fieldOf(document, "doc"));
  if (fieldOf(message, "type") !== "document" || name === undefined) return null;
  const key = `${name} ${String(fieldOf(document, "version"))}`;
  const format = fieldOf(fieldOf(document, "body"), "format");
  if (name === "plan" && typeof format === "number" && format > planFormat) {
    const detail = `Máy chủ gửi thời khóa biểu dạng mới (${format}), máy này chỉ hiểu đến dạng ${planFormat}. Máy vẫn chạy theo thời khóa biểu đang có. Hãy cập nhật Kidsmart trên máy này.`;
    return { name, key: `${key} ${format}`, detail };
  }
  const detail = `${documentTitles[name]} mới không đọc được nên máy vẫn dùng bản đang có. Hãy cập nhật Kidsmart trên máy này. (${issues})`;
  return { name, key, detail: detail.slice(0, 4000) };
}

const fieldOf = (value: unknown, field: string): unknown =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>)[field] : undefined;
