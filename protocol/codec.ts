// Owns the step between bytes and messages: JSON, UTF-8, bounded, checked by the topic's schema.
import { failure, ok, type Result } from "./result.ts";
import { maxPayloadBytes, type TopicMessage, type TopicName, topics } from "./topics.ts";
import { describeIssues } from "./versioned.ts";

export type DecodeCode = "TOO_LARGE" | "NOT_UTF8" | "NOT_JSON" | "INVALID";

// Every runtime has TextDecoder, but only the Node and DOM type worlds declare it, and this file belongs to neither.
declare const TextDecoder: new (
  label: "utf-8",
  options: { fatal: boolean },
) => { decode(bytes: Uint8Array): string };

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Bytes → JSON value, within the payload bound. */
export function decodeJson(bytes: Uint8Array): Result<unknown, Exclude<DecodeCode, "INVALID">> {
  if (bytes.byteLength > maxPayloadBytes)
    return failure("TOO_LARGE", `${bytes.byteLength} bytes, at most ${maxPayloadBytes}`);
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch (error) {
    return failure("NOT_UTF8", String(error));
  }
  try {
    return ok(JSON.parse(text) as unknown);
  } catch (error) {
    return failure("NOT_JSON", String(error));
  }
}

/** Bytes → the topic's message. */
export function decode<Name extends TopicName>(
  name: Name,
  bytes: Uint8Array,
): Result<TopicMessage<Name>, DecodeCode> {
  const json = decodeJson(bytes);
  if (!json.ok) return json;
  const parsed = topics[name].schema.safeParse(json.value);
  if (!parsed.success) return failure("INVALID", describeIssues(parsed.error));
  // safeParse of the row's own schema gives the row's own message; the lookup by name hides that from the compiler.
  return ok(parsed.data as TopicMessage<Name>);
}

/** Message → JSON text, ready to publish. The sender's types are the check. */
export function encode<Name extends TopicName>(_name: Name, message: TopicMessage<Name>): string {
  return JSON.stringify(message);
}
