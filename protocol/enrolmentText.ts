// Owns what a person types, scans or carries to a new device: the one-time code, whom to trust, and where the hub is.
import { enrolmentCode } from "./enrolment.ts";
import { fingerprintFits, fingerprintLength, typedFingerprintLength } from "./fingerprint.ts";
import { failure, ok, type Result } from "./result.ts";

export type EnrolmentText = {
  /** Eight characters; `enrolmentCode`. */
  readonly code: string;
  /** The fingerprint of the school's authority, whole or its first 16 characters; null when only the code was typed. */
  readonly fingerprint: string | null;
  /** Where the hub answers HTTPS, as "192.168.1.10:8443"; empty when the device has to look for it. */
  readonly hubs: readonly string[];
};

const linkStart = "kidsmart://enrol?";
const codeLength = 8;

/** The line a QR code holds: `kidsmart://enrol?code=…&ca=…&hub=192.168.1.10:8443`. */
export function enrolmentLink(text: EnrolmentText & { readonly fingerprint: string }): string {
  const hubs = text.hubs.map((hub) => `&hub=${hub}`).join("");
  return `${linkStart}code=${text.code}&ca=${text.fingerprint}${hubs}`;
}

/** What is typed: ABCD-EFGH is the code, the four groups behind it say whom to trust. */
export function typedCode(code: string, fingerprint: string): string {
  const all = code + fingerprint.slice(0, typedFingerprintLength);
  return (all.match(/.{1,4}/g) ?? []).join("-");
}

/** A link, a typed code with or without the part that says whom to trust; small letters, spaces, O for 0 and I for 1 too. */
export function readEnrolmentText(text: string): Result<EnrolmentText, "CODE_MALFORMED"> {
  const trimmed = text.trim();
  if (trimmed.toLowerCase().startsWith(linkStart)) return readLink(trimmed.slice(linkStart.length));
  const plain = plainCharacters(trimmed);
  if (plain.length === codeLength) return textOf(plain, null, []);
  if (plain.length === codeLength + typedFingerprintLength)
    return textOf(plain.slice(0, codeLength), plain.slice(codeLength), []);
  return failure("CODE_MALFORMED", `${plain.length} characters`);
}

function readLink(query: string): Result<EnrolmentText, "CODE_MALFORMED"> {
  const hubs: string[] = [];
  let code = "";
  let fingerprint = "";
  for (const pair of query.split("&")) {
    const [name, value = ""] = pair.split("=");
    if (name === "code") code = plainCharacters(value);
    else if (name === "ca") fingerprint = plainCharacters(value);
    else if (name === "hub" && isHub(value)) hubs.push(value);
  }
  if (fingerprint.length !== fingerprintLength) return failure("CODE_MALFORMED", "no whole fingerprint");
  return textOf(code, fingerprint, hubs);
}

function textOf(
  code: string,
  fingerprint: string | null,
  hubs: readonly string[],
): Result<EnrolmentText, "CODE_MALFORMED"> {
  const read = enrolmentCode.safeParse(code);
  if (!read.success) return failure("CODE_MALFORMED", "not a code");
  // A typed sign outside the alphabet would otherwise only show as "another hub".
  if (fingerprint !== null && !/^[0-9A-HJKMNP-TV-Z]+$/.test(fingerprint))
    return failure("CODE_MALFORMED", "not a fingerprint");
  return ok({ code: read.data, fingerprint, hubs });
}

const plainCharacters = (text: string) =>
  text.toUpperCase().replace(/[\s-]/g, "").replace(/[IL]/g, "1").replace(/O/g, "0");

const isHub = (text: string) => /^[A-Za-z0-9.-]{1,100}:\d{1,5}$/.test(text);

/** True when this authority is the one the text speaks of. */
export const isTrusted = (text: EnrolmentText, authority: string): boolean =>
  text.fingerprint !== null && fingerprintFits(authority, text.fingerprint);
