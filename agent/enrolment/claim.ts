// Owns the claim: trading a one-time code for this device's identity.
import { z } from "zod";
import {
  deviceIdentity,
  type EnrolmentClaim,
  enrolmentCode,
  enrolmentRefusal,
} from "../../protocol/enrolment.ts";
import { failure, ok, type Result } from "../../protocol/result.ts";
import { describeIssues } from "../../protocol/versioned.ts";
import type { Identity } from "./identity.ts";
import { postJson } from "./postJson.ts";

export type ClaimCode =
  | z.infer<typeof enrolmentRefusal>
  | "CODE_MALFORMED"
  | "HUB_UNREACHABLE"
  | "HUB_URL_INVALID"
  | "HUB_ANSWER_UNKNOWN";

export type ClaimRequest = { readonly hubUrl: string; readonly code: string; readonly hostname: string };

const refusal = z.object({ code: enrolmentRefusal });
const answerWithinMs = 15_000;

export async function claimIdentity(request: ClaimRequest): Promise<Result<Identity, ClaimCode>> {
  const code = enrolmentCode.safeParse(request.code);
  if (!code.success) return failure("CODE_MALFORMED", request.code);
  if (!URL.canParse("/api/enrolments/claim", request.hubUrl))
    return failure("HUB_URL_INVALID", request.hubUrl);
  const url = new URL("/api/enrolments/claim", request.hubUrl);
  const body: EnrolmentClaim = { code: code.data, via: "agent", hostname: request.hostname.slice(0, 200) };
  let status: number;
  let answer: unknown;
  try {
    const response = await postJson(url, body, answerWithinMs);
    status = response.status;
    answer = JSON.parse(response.text);
  } catch (error) {
    if (error instanceof SyntaxError) return failure("HUB_ANSWER_UNKNOWN", `${url.href}: not JSON`);
    return failure("HUB_UNREACHABLE", `${url.origin}: ${String(error)}`);
  }
  if (status >= 200 && status < 300) {
    const given = deviceIdentity.safeParse(answer);
    return given.success
      ? ok({ ...given.data, hubUrl: url.origin })
      : failure("HUB_ANSWER_UNKNOWN", describeIssues(given.error));
  }
  const refused = refusal.safeParse(answer);
  return refused.success
    ? failure(refused.data.code, `HTTP ${status}`)
    : failure("HUB_ANSWER_UNKNOWN", `HTTP ${status}: ${JSON.stringify(answer).slice(0, 300)}`);
}

/** What to tell the person who typed the command: what happened, what is safe, what to do next. */
export function explainClaim(code: ClaimCode, request: ClaimRequest): string {
  const unchanged = "Máy này chưa thay đổi gì.";
  const newCode = "Hãy vào bảng điều khiển, mục Thiết bị, bấm “Thêm thiết bị” để lấy mã mới rồi chạy lại.";
  switch (code) {
    case "CODE_MALFORMED":
      return `Mã “${request.code}” không đúng dạng ABCD-EFGH. ${unchanged} Hãy xem lại mã rồi chạy lại.`;
    case "CODE_UNKNOWN":
      return `Máy chủ không biết mã này. ${unchanged} Hãy xem lại mã, hoặc lấy mã mới: ${newCode}`;
    case "CODE_EXPIRED":
      return `Mã này đã hết hạn. ${unchanged} ${newCode}`;
    case "CODE_USED":
      return `Mã này đã được một máy khác dùng. ${unchanged} ${newCode}`;
    case "TOO_MANY_TRIES":
      return `Đã thử sai quá nhiều lần nên máy chủ tạm từ chối. ${unchanged} Hãy đợi vài phút rồi chạy lại.`;
    case "HUB_UNREACHABLE":
      return `Không kết nối được máy chủ ${request.hubUrl}. ${unchanged} Mã vẫn dùng được. Hãy kiểm tra máy chủ đã bật và dây mạng, rồi chạy lại.`;
    case "HUB_URL_INVALID":
      return `Địa chỉ máy chủ “${request.hubUrl}” không đúng, ví dụ đúng: http://192.168.1.10:8080. ${unchanged}`;
    case "HUB_ANSWER_UNKNOWN":
      return `${request.hubUrl} có trả lời nhưng không phải là máy chủ Kidsmart, hoặc khác phiên bản. ${unchanged} Hãy kiểm tra địa chỉ và phiên bản.`;
  }
}
