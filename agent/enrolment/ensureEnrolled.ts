// Owns the question at every start: is this device enrolled, and if not, can it be now, by what was typed or by a stick.
import { readFileSync } from "node:fs";
import { type EnrolmentText, readEnrolmentText } from "../../protocol/enrolmentText.ts";
import { fingerprintFits } from "../../protocol/fingerprint.ts";
import { failure, ok, type Result } from "../../protocol/result.ts";
import { type ClaimCode, claimIdentity, explainClaim } from "./claim.ts";
import type { LookForHubs } from "./discovery.ts";
import { type Identity, readIdentity, writeIdentity } from "./identity.ts";
import type { Trust } from "./pinnedTls.ts";
import { findOnStick, readEnrolmentFile } from "./stick.ts";

export type EnsureEnrolledDeps = {
  /** The agent's data folder. */
  readonly folder: string;
  readonly hostname: string;
  readonly hub?: string | undefined;
  /** A typed code, with or without the part that says whom to trust, or a link. */
  readonly code?: string | undefined;
  /** An enrolment file that was named instead of found. */
  readonly file?: string | undefined;
  readonly lookForHubs: LookForHubs;
  /** Where a stick may be. */
  readonly stickFolders: () => readonly string[];
  /** One line for the person at the keyboard. */
  readonly tell: (line: string) => void;
};

type Refused = Result<Identity, "NOT_ENROLLED">;

const usualHttpsPort = 8443;
const lookForMs = 5000;
const howToStart =
  "Hãy vào bảng điều khiển, mục Thiết bị, bấm “Thêm thiết bị” để lấy mã rồi chạy: npm run agent -- --code MÃ-SÁU-NHÓM (hoặc cắm USB có tệp kidsmart-enrol.json rồi chạy lại).";

/** A device that is enrolled already ignores codes and sticks. The failure's detail is a sentence for the person at the keyboard. */
export async function ensureEnrolled(deps: EnsureEnrolledDeps): Promise<Refused> {
  const { folder, tell } = deps;
  const known = readIdentity(folder);
  if (known.ok) return known;
  const enrolled = await enrol(deps);
  if (enrolled === undefined) {
    const damaged =
      known.code === "IDENTITY_DAMAGED"
        ? `Tệp identity.json trong ${folder} bị hỏng (${known.detail}). `
        : "";
    return failure("NOT_ENROLLED", `${damaged}Máy này chưa được thêm vào trường nào. ${howToStart}`);
  }
  if (!enrolled.ok) return enrolled;
  writeIdentity(folder, enrolled.value);
  tell(`Đã kết nạp: máy này là “${enrolled.value.deviceName}”.`);
  return enrolled;
}

function enrol(deps: EnsureEnrolledDeps): Promise<Refused> | undefined {
  if (deps.code !== undefined) return enrolByCode(deps, deps.code);
  const named = deps.file === undefined ? undefined : readNamed(deps.file);
  if (named !== undefined && !named.ok) return Promise.resolve(named);
  const found = named?.value ?? findOnStick(deps.stickFolders());
  return found === undefined ? undefined : enrolByFile(deps, found);
}

function readNamed(path: string): Result<{ path: string; text: string }, "NOT_ENROLLED"> {
  try {
    return ok({ path, text: readFileSync(path, "utf8") });
  } catch (error) {
    return failure(
      "NOT_ENROLLED",
      `Không đọc được tệp ${path} (${String(error)}). Máy này chưa thay đổi gì. Hãy kiểm tra đường dẫn rồi chạy lại.`,
    );
  }
}

async function enrolByCode(deps: EnsureEnrolledDeps, code: string): Promise<Refused> {
  const read = readEnrolmentText(code);
  if (!read.ok)
    return failure(
      "NOT_ENROLLED",
      `Mã “${code.slice(0, 60)}” không đúng dạng: cần sáu nhóm ABCD-EFGH-…, hoặc dòng kidsmart://enrol?…. Máy này chưa thay đổi gì. Hãy xem lại mã rồi chạy lại. (CODE_MALFORMED: ${read.detail})`,
    );
  const text = read.value;
  if (text.fingerprint === null) return enrolInTheClear(deps, text);
  const typed = deps.hub === undefined ? undefined : hubAddress(deps.hub);
  if (deps.hub !== undefined && typed === undefined) return badAddress(deps.hub);
  const hubs = typed !== undefined ? [typed] : text.hubs;
  const addresses = hubs.length > 0 ? hubs : await lookAround(deps, text.fingerprint);
  if (addresses.length === 0)
    return failure(
      "NOT_ENROLLED",
      "Không tìm thấy máy chủ Kidsmart nào trong mạng. Máy này chưa thay đổi gì, mã vẫn dùng được. Hãy kiểm tra dây mạng và máy chủ đã bật, hoặc ghi thêm địa chỉ: --hub 192.168.1.10",
    );
  return claimAt(deps, addresses, { fingerprint: text.fingerprint }, [text.code]);
}

/** Eight characters say nothing of whom to trust. On the hub's own computer nobody stands between. */
function enrolInTheClear(deps: EnsureEnrolledDeps, { code }: EnrolmentText): Promise<Refused> | Refused {
  const { hub } = deps;
  if (hub === undefined || !URL.canParse(hub) || !isOnThisComputer(new URL(hub)))
    return failure(
      "NOT_ENROLLED",
      "Mã ngắn chỉ dùng được trên chính máy chủ. Máy này chưa thay đổi gì, chưa có gì được gửi đi. Hãy gõ đủ sáu nhóm của mã trong bảng điều khiển.",
    );
  const url = new URL(hub);
  return settle(url.origin, claimIdentity({ hub: url, trust: null, codes: [code], hostname: deps.hostname }));
}

async function enrolByFile(
  deps: EnsureEnrolledDeps,
  { path, text }: { readonly path: string; readonly text: string },
): Promise<Refused> {
  const read = readEnrolmentFile(text);
  if (!read.ok)
    return failure(
      "NOT_ENROLLED",
      `Tệp ${path} không phải tệp kết nạp của Kidsmart hoặc bị hỏng (${read.detail}). Máy này chưa thay đổi gì. Hãy tải lại tệp trong bảng điều khiển.`,
    );
  const file = read.value;
  deps.tell(`Tìm thấy tệp kết nạp của ${file.schoolName} ở ${path}.`);
  const [first, ...others] = file.entries.map(({ code }) => code);
  const typed = deps.hub === undefined ? undefined : hubAddress(deps.hub);
  const hubs = typed === undefined ? file.hubs : [typed];
  const enrolled = await claimAt(deps, hubs, { caPem: file.caPem }, [first ?? "", ...others]);
  if (!enrolled.ok && enrolled.detail.includes("CODE_USED"))
    return failure(
      "NOT_ENROLLED",
      `Mọi chỗ trong tệp ${path} đã có máy dùng. Máy này chưa thay đổi gì. Hãy tạo tệp mới cho những máy còn lại trong bảng điều khiển, mục Thiết bị. (CODE_USED)`,
    );
  if (enrolled.ok) {
    const entry = file.entries.find(({ deviceName }) => deviceName === enrolled.value.deviceName);
    if (entry !== undefined)
      deps.tell(
        [entry.stationNumber === null ? entry.deviceName : `Số ${entry.stationNumber}`, entry.roomName]
          .filter((part) => part !== null && part !== "")
          .join(" · "),
      );
  }
  return enrolled;
}

/** One address after the other; only one that cannot be reached, or is somebody else's, makes the next one worth a try. */
async function claimAt(
  deps: EnsureEnrolledDeps,
  hubs: readonly string[],
  trust: Trust,
  codes: readonly [string, ...string[]],
): Promise<Refused> {
  let last: Refused = failure("NOT_ENROLLED", "no address");
  for (const hub of hubs) {
    if (!URL.canParse(`https://${hub}`)) continue;
    deps.tell(`Đang hỏi máy chủ ${hub} …`);
    const claimed = await claimIdentity({
      hub: new URL(`https://${hub}`),
      trust,
      codes,
      hostname: deps.hostname,
    });
    last = await settle(hub, claimed);
    if (claimed.ok || !["HUB_UNREACHABLE", "HUB_NOT_TRUSTED"].includes(claimed.code)) return last;
  }
  return last;
}

async function settle(
  hub: string,
  claiming: Result<Identity, ClaimCode> | Promise<Result<Identity, ClaimCode>>,
): Promise<Refused> {
  const claimed = await claiming;
  if (claimed.ok) return claimed;
  return failure("NOT_ENROLLED", `${explainClaim(claimed.code, hub)} (${claimed.code}: ${claimed.detail})`);
}

async function lookAround({ lookForHubs, tell }: EnsureEnrolledDeps, fingerprint: string): Promise<string[]> {
  tell("Đang tìm máy chủ Kidsmart trong mạng …");
  const isMeant = (said: string | null) => said !== null && fingerprintFits(said, fingerprint);
  const found = await lookForHubs(lookForMs, (hub) => isMeant(hub.fingerprint));
  // Whoever says to be the one that is meant comes first; it still has to prove it.
  return [...found]
    .sort((a, b) => Number(isMeant(b.fingerprint)) - Number(isMeant(a.fingerprint)))
    .flatMap(({ hosts, httpsPort }) => hosts.map((host) => `${host}:${httpsPort}`));
}

/** "192.168.1.10", "hub.local:8443" or a whole address; the dashboard's own plain address gives the name only. */
function hubAddress(text: string): string | undefined {
  const whole = text.includes("://") ? text : `https://${text}`;
  if (!URL.canParse(whole)) return undefined;
  const { protocol, hostname, port } = new URL(whole);
  if (hostname === "" || (protocol !== "https:" && protocol !== "http:")) return undefined;
  const explicit = protocol === "https:" ? port : "";
  return `${hostname}:${explicit === "" ? usualHttpsPort : explicit}`;
}

const badAddress = (hub: string) =>
  failure(
    "NOT_ENROLLED",
    `Địa chỉ máy chủ “${hub}” không đúng, ví dụ đúng: 192.168.1.10. Máy này chưa thay đổi gì. (HUB_URL_INVALID)`,
  );

const isOnThisComputer = ({ protocol, hostname }: URL) =>
  protocol === "http:" && (hostname === "localhost" || hostname === "[::1]" || hostname.startsWith("127."));
