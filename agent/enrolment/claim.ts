// Owns the claim: trading a one-time code for this device's identity, with a hub that has proved whose it is.
import { z } from "zod";
import { deviceIdentity, type EnrolmentClaim, enrolmentRefusal } from "../../protocol/enrolment.ts";
import { failure, ok, type Result } from "../../protocol/result.ts";
import { describeIssues } from "../../protocol/versioned.ts";
import type { Identity } from "./identity.ts";
import { openPinnedLine, type Trust } from "./pinnedTls.ts";
import { postJson } from "./postJson.ts";

export type ClaimCode =
  | z.infer<typeof enrolmentRefusal>
  | "HUB_UNREACHABLE"
  | "HUB_NOT_TRUSTED"
  | "HUB_ANSWER_UNKNOWN";

export type ClaimRequest = {
  /** "https:" with `trust`; "http:" only on this very computer. */
  readonly hub: URL;
  readonly trust: Trust | null;
  /** One code, or all of a file: the hub takes the first that is unused. */
  readonly codes: readonly [string, ...string[]];
  readonly hostname: string;
};

const refusal = z.object({ code: enrolmentRefusal });
const answerWithinMs = 15_000;
const claimPath = "/api/enrolments/claim";

export async function claimIdentity(request: ClaimRequest): Promise<Result<Identity, ClaimCode>> {
  const { hub, trust } = request;
  const [code, ...others] = request.codes;
  const body: EnrolmentClaim = {
    code,
    via: "agent",
    hostname: request.hostname.slice(0, 200),
    ...(others.length === 0 ? {} : { others }),
  };
  const url = new URL(claimPath, hub);
  const signal = AbortSignal.timeout(answerWithinMs);
  let caPem: string | undefined;
  let status: number;
  let answer: unknown;
  try {
    let line: Parameters<typeof postJson>[3];
    if (trust !== null) {
      const host = url.hostname.replace(/^\[|\]$/g, "");
      const opened = await openPinnedLine({ host, port: Number(url.port || 443), trust, signal });
      if (!opened.ok) return opened;
      line = opened.value.socket;
      caPem = opened.value.caPem;
    }
    const response = await postJson(url, body, signal, line);
    status = response.status;
    answer = JSON.parse(response.text);
  } catch (error) {
    if (error instanceof SyntaxError) return failure("HUB_ANSWER_UNKNOWN", `${url.href}: not JSON`);
    return failure("HUB_UNREACHABLE", `${url.origin}: ${String(error)}`);
  }
  if (status >= 200 && status < 300) {
    const given = deviceIdentity.safeParse(answer);
    if (!given.success) return failure("HUB_ANSWER_UNKNOWN", describeIssues(given.error));
    // The authority that was checked counts, not the one that was told.
    return ok({ ...given.data, hubUrl: url.origin, ...(caPem === undefined ? {} : { caPem }) });
  }
  const refused = refusal.safeParse(answer);
  return refused.success
    ? failure(refused.data.code, `HTTP ${status}`)
    : failure("HUB_ANSWER_UNKNOWN", `HTTP ${status}: ${JSON.stringify(answer).slice(0, 300)}`);
}

/** What to tell the person at the keyboard: what happened, what is safe, what to do next. */
export function explainClaim(code: ClaimCode, hub: string): string {
  const unchanged = "Máy này chưa thay đổi gì.";
  const newCode = "Hãy vào bảng điều khiển, mục Thiết bị, bấm “Thêm thiết bị” để lấy mã mới rồi chạy lại.";
  switch (code) {
    case "CODE_UNKNOWN":
      return `Máy chủ không biết mã này. ${unchanged} Hãy xem lại mã, hoặc lấy mã mới: ${newCode}`;
    case "CODE_EXPIRED":
      return `Mã này đã hết hạn. ${unchanged} ${newCode}`;
    case "CODE_USED":
      return `Mã này đã được một máy khác dùng. ${unchanged} ${newCode}`;
    case "TOO_MANY_TRIES":
      return `Đã thử sai quá nhiều lần nên máy chủ tạm từ chối. ${unchanged} Hãy đợi vài phút rồi chạy lại.`;
    case "HUB_UNREACHABLE":
      return `Không kết nối được máy chủ ${hub}. ${unchanged} Mã vẫn dùng được. Hãy kiểm tra máy chủ đã bật và dây mạng, rồi chạy lại.`;
    case "HUB_NOT_TRUSTED":
      return `Máy ở ${hub} không phải là máy chủ mà mã này nói tới: chứng chỉ gốc khác. ${unchanged} Chưa có bí mật nào được gửi đi, mã vẫn dùng được. Hãy kiểm tra địa chỉ và gõ lại đủ cả sáu nhóm của mã.`;
    case "HUB_ANSWER_UNKNOWN":
      return `${hub} có trả lời nhưng không phải là máy chủ Kidsmart, hoặc khác phiên bản. ${unchanged} Hãy kiểm tra địa chỉ và phiên bản.`;
  }
}
