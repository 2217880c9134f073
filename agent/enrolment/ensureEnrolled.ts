// Owns the question at every start: is this device enrolled, and if not, can it be now.
import { failure, ok, type Result } from "../../protocol/result.ts";
import { claimIdentity, explainClaim } from "./claim.ts";
import { type Identity, readIdentity, writeIdentity } from "./identity.ts";

export type EnsureEnrolledDeps = {
  /** The agent's data folder. */
  readonly folder: string;
  readonly hostname: string;
  readonly hub?: string | undefined;
  readonly code?: string | undefined;
};

/** A device that is enrolled already ignores the code. The failure's detail is a sentence for the person at the keyboard. */
export async function ensureEnrolled(deps: EnsureEnrolledDeps): Promise<Result<Identity, "NOT_ENROLLED">> {
  const { folder, hostname, hub, code } = deps;
  const known = readIdentity(folder);
  if (known.ok) return known;
  if (hub === undefined || code === undefined) {
    const damaged =
      known.code === "IDENTITY_DAMAGED"
        ? `Tệp identity.json trong ${folder} bị hỏng (${known.detail}). `
        : "";
    return failure(
      "NOT_ENROLLED",
      `${damaged}Máy này chưa được thêm vào trường nào. Hãy vào bảng điều khiển, mục Thiết bị, bấm “Thêm thiết bị” để lấy mã, rồi chạy: npm run agent -- --hub http://ĐỊA-CHỈ:8080 --code ABCD-EFGH`,
    );
  }
  const request = { hubUrl: hub, code, hostname };
  const claimed = await claimIdentity(request);
  if (!claimed.ok)
    return failure(
      "NOT_ENROLLED",
      `${explainClaim(claimed.code, request)} (${claimed.code}: ${claimed.detail})`,
    );
  writeIdentity(folder, claimed.value);
  return ok(claimed.value);
}
