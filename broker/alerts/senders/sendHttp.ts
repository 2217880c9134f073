// Owns sending a parcel by HTTP: Telegram's bots, and webhooks with a template of the school's own.
import type { ChannelSettings } from "../../api/alerts.ts";
import { moment, type Parcel, type SendOutcome, severityName } from "./parcel.ts";
import { sayFailure } from "./sayFailure.ts";

const patienceMs = 20_000;
/** Telegram takes 4,096 characters. */
const longestTelegram = 3900;
const longestAnswer = 300;
const longestReplyBytes = 10 * 1024;

export function sendTelegram(
  { base, chatId }: Extract<ChannelSettings, { kind: "telegram" }>,
  secret: string | null,
  parcel: Parcel,
): Promise<SendOutcome> {
  const url = `${base.replace(/\/+$/, "")}/bot${secret ?? ""}/sendMessage`;
  const text = `${parcel.title}\n\n${parcel.text}`.slice(0, longestTelegram);
  const body = JSON.stringify({ chat_id: chatId, text, disable_web_page_preview: true });
  return post(url, {}, body, secret);
}

export function sendWebhook(
  { url, headers, template }: Extract<ChannelSettings, { kind: "webhook" }>,
  secret: string | null,
  parcel: Parcel,
  zone: string,
): Promise<SendOutcome> {
  const values: Record<string, string> = {
    title: parcel.title,
    text: parcel.text,
    severity: severityName[parcel.severity],
    count: String(parcel.count),
    school: parcel.school,
    time: moment(parcel.at, zone),
    secret: secret ?? "",
  };
  const fill = (text: string, write: (value: string) => string) =>
    text.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) =>
      Object.hasOwn(values, name) ? write(values[name] ?? "") : whole,
    );
  // Inside of JSON's quotes: quotes and line ends of a sentence must not end them.
  const body = fill(template, (value) => JSON.stringify(value).slice(1, -1));
  const filled = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, fill(value, (each) => each)]),
  );
  return post(fill(url, encodeURIComponent), filled, body, secret);
}

async function post(
  url: string,
  headers: Record<string, string>,
  body: string,
  secret: string | null,
): Promise<SendOutcome> {
  // Whatever comes back is shown to people: never with the token in it.
  const forms = secret === null || secret === "" ? [] : formsOf(secret.toWellFormed());
  const hide = (text: string) => forms.reduce((shown, form) => shown.replaceAll(form, "•••"), text);
  try {
    const reply = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body,
      // A redirect would carry the token elsewhere.
      redirect: "error",
      signal: AbortSignal.timeout(patienceMs),
    });
    const said = await readStart(reply);
    // Hidden before it is cut: half a token is one too.
    const answer = `HTTP ${reply.status} ${hide(said).slice(0, longestAnswer)}`.trim();
    if (reply.ok && !refusesInside(said)) return { sent: true, answer };
    return { sent: false, answer, certain: true };
  } catch (error) {
    // fetch throws Errors, with the platform's own as their cause.
    const { name, message, cause } = error as Error & { cause?: { code?: string; message?: string } };
    const timedOut = name === "TimeoutError";
    const detail = sayFailure(cause?.message ?? message, timedOut ? "ETIMEDOUT" : cause?.code);
    return { sent: false, answer: hide(detail), certain: !timedOut && cause?.code !== "ECONNRESET" };
  }
}

/** How a secret may stand in an answer; the longest first, since one may be a part of another. */
function formsOf(secret: string): string[] {
  const forms = [secret, encodeURIComponent(secret), encodeURI(secret), JSON.stringify(secret).slice(1, -1)];
  return [...new Set(forms)].sort((a, b) => b.length - a.length);
}

/** The rest of a long reply is not waited for. */
async function readStart({ body }: Response): Promise<string> {
  if (body === null) return "";
  const parts: Uint8Array[] = [];
  let bytes = 0;
  // Leaving the loop cancels the stream.
  for await (const part of body) {
    parts.push(part.subarray(0, longestReplyBytes - bytes));
    bytes += part.byteLength;
    if (bytes >= longestReplyBytes) break;
  }
  return new TextDecoder().decode(Buffer.concat(parts));
}

/** Zalo says 200 and an error number; Telegram says `ok: false`. */
function refusesInside(said: string): boolean {
  try {
    const read = JSON.parse(said) as unknown;
    if (typeof read !== "object" || read === null) return false;
    if ("ok" in read && read.ok === false) return true;
    return "error" in read && typeof read.error === "number" && read.error !== 0;
  } catch {
    // No JSON: the status said it all.
    return false;
  }
}
