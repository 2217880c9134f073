// Owns one HTTP question with a JSON body. Not `fetch`: the agent asks once in its life, and fetch would stay in memory for good (20 MB).
import type { ClientRequest, IncomingMessage, RequestOptions } from "node:http";
import type { Socket } from "node:net";

export type JsonAnswer = { readonly status: number; readonly text: string };

/** No answer the hub gives is longer. */
const maxAnswerBytes = 256 * 1024;

/**
 * Rejects when nobody answers before the signal, with the system's own reason, or when the answer is too long.
 * `line`: an encrypted connection on which it is known who listens.
 */
export async function postJson(
  url: URL,
  body: unknown,
  signal: AbortSignal,
  line?: Socket,
): Promise<JsonAnswer> {
  const { request } = await import("node:http");
  const text = JSON.stringify(body);
  const options: RequestOptions = {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(text),
      connection: "close",
    },
    signal,
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: url.port,
    path: url.pathname,
    setHost: true,
    ...(line === undefined ? { agent: false } : { createConnection: () => line }),
  };
  return new Promise((resolve, reject) => {
    const asking: ClientRequest = request(options, (response) => readAnswer(response).then(resolve, reject));
    asking.on("error", reject);
    asking.end(text);
  });
}

async function readAnswer(response: IncomingMessage): Promise<JsonAnswer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.byteLength;
    if (bytes > maxAnswerBytes) throw new Error(`an answer of more than ${maxAnswerBytes} bytes`);
    chunks.push(chunk);
  }
  return { status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString("utf8") };
}
