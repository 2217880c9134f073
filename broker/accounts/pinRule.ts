// Owns which PINs are refused: those that everybody tries first, and those that somebody has, because a PIN tells who it is.
import type { Kysely } from "kysely";
import type { StaffId } from "../../protocol/ids.ts";
import { type Failure, failure } from "../../protocol/result.ts";
import { verifySecret } from "../../runtime/secret.ts";
import type { Tables } from "../store/schema.ts";
import { isObvious } from "./memorable.ts";

/** Undefined when the PIN may be `owner`'s. Takes one scrypt per person who has a PIN. */
export async function refusePin(
  query: Kysely<Tables>,
  pin: string,
  owner?: StaffId,
): Promise<Failure<"PIN_TAKEN" | "PIN_OBVIOUS"> | undefined> {
  if (isObvious(pin)) return failure("PIN_OBVIOUS", "a PIN that everybody tries first");
  const others = await query
    .selectFrom("staff")
    .where("pinVerifier", "is not", null)
    .where("id", "!=", owner ?? "")
    .select("pinVerifier")
    .execute();
  for (const { pinVerifier } of others)
    if (pinVerifier !== null && (await verifySecret(pin, pinVerifier)))
      return failure("PIN_TAKEN", "somebody else has this PIN");
  return undefined;
}
