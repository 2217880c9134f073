// Owns one HTTP question with a JSON body. Not `fetch`: the agent asks once in its life, and fetch would stay in memory for good (20 MB).
import type { ClientRequest, IncomingMessage, RequestOptions } from "node:http";

export type JsonAnswer = { readonly status: number; readonly text: string };

/** No answer the hub gives is longer. */
const maxAnswerBytes = 256 * 1024;

/** Rejects when nobody answers within `withinMs`, with the system's own reason, or when the answer is too long. */
export async function postJson(url: URL, body: unknown, withinMs: number): Promise<JsonAnswer> {
  const { request } = url.protocol === "https:" ? await import("node:https") : await import("node:http");
  const text = JSON.stringify(body);
  const options: RequestOptions = {
    method: "POST",
    headers: { "content-type": "application/json", "content-length": Buffer.byteLength(text) },
    signal: AbortSignal.timeout(withinMs),
    agent: false,
  };
  return new Promise((resolve, reject) => {
    const asking: ClientRequest = request(url, options, (response) =>
      readAnswer(response).then(resolve, reject),
    );
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
