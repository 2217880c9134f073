// Owns what is wrong with a field, in Vietnamese, from the schema's own findings.
import type { z } from "zod";

type Finding = z.core.$ZodRawIssue;

/** For `schema.safeParse(value, { error: sayInVietnamese })`; a schema's own message goes before it. */
export function sayInVietnamese(finding: Finding): string {
  switch (finding.code) {
    case "invalid_type":
      if (finding.input === undefined || finding.input === null) return "Cần điền mục này";
      return `Cần ${kinds[finding.expected] ?? "giá trị khác"}`;
    case "too_small":
      if (finding.origin === "string")
        return Number(finding.minimum) === 1 ? "Cần điền mục này" : `Cần ít nhất ${finding.minimum} ký tự`;
      if (finding.origin === "array") return `Cần ít nhất ${finding.minimum} mục`;
      return `Phải từ ${finding.minimum} trở lên`;
    case "too_big":
      if (finding.origin === "string") return `Chỉ được tối đa ${finding.maximum} ký tự`;
      if (finding.origin === "array") return `Chỉ được tối đa ${finding.maximum} mục`;
      return `Chỉ được tối đa ${finding.maximum}`;
    case "invalid_value":
      return `Hãy chọn một trong các giá trị: ${finding.values.map(String).join(", ")}`;
    case "invalid_format":
      return "Chưa đúng định dạng";
    case "invalid_union":
      return "Không thuộc các lựa chọn cho phép";
    default:
      return "Chưa hợp lệ";
  }
}

const kinds: Record<string, string> = {
  string: "một dòng chữ",
  number: "một con số",
  int: "một số nguyên",
  boolean: "có hoặc không",
  array: "một danh sách",
  object: "một nhóm thông tin",
};

/** Path → the first thing wrong with it. The whole input's own problem stands under "". */
export function fieldsOf(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[issue.path.join(".")] ??= issue.message;
  return fields;
}
