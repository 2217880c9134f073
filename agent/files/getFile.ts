// Owns fetching one file of the hub over HTTP. Not `fetch`: it would stay in memory for good (20 MB), as in postJson.ts.
import type { ClientRequest, IncomingMessage } from "node:http";
import { failure, ok, type Result } from "../../protocol/result.ts";
import { type HubFile, hubFilePath } from "../../protocol/voices.ts";
import { openPinnedLine } from "../enrolment/pinnedTls.ts";

const answerWithinMs = 30_000;

/** The file's bytes, as many as its name says; whoever keeps them compares the hash. */
export async function getFile(
  hub: { readonly hubUrl: string; readonly caPem?: string | undefined },
  file: HubFile,
): Promise<Result<Buffer, "NOT_HAD">> {
  const url = new URL(hubFilePath(file), hub.hubUrl);
  const { request } = await import("node:http");
  const signal = AbortSignal.timeout(answerWithinMs);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const line = await openLine();
  if (line !== undefined && !line.ok) return failure("NOT_HAD", `${url.origin}: ${line.detail}`);
  const options = {
    signal,
    host,
    port: url.port,
    path: url.pathname,
    headers: { connection: "close" },
    ...(line === undefined ? { agent: false as const } : { createConnection: () => line.value.socket }),
  };
  try {
    return await new Promise((resolve, reject) => {
      const asking: ClientRequest = request(options, (response) =>
        readAnswer(response, file.bytes).then(resolve, reject),
      );
      asking.on("error", reject);
      asking.end();
    });
  } catch (error) {
    return failure("NOT_HAD", `${url.origin}: ${error instanceof Error ? error.message : String(error)}`);
  }

  /** Undefined where the hub is asked in the clear. */
  async function openLine() {
    if (url.protocol !== "https:") return undefined;
    const trust = { caPem: hub.caPem ?? "" };
    return openPinnedLine({ host, port: Number(url.port || 443), trust, signal });
  }
}

async function readAnswer(response: IncomingMessage, bytes: number): Promise<Result<Buffer, "NOT_HAD">> {
  if (response.statusCode !== 200) {
    response.destroy();
    return failure("NOT_HAD", `HTTP ${response.statusCode}`);
  }
  const chunks: Buffer[] = [];
  let read = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    read += chunk.byteLength;
    if (read > bytes) return failure("NOT_HAD", `more than the ${bytes} bytes that were named`);
    chunks.push(chunk);
  }
  return read === bytes ? ok(Buffer.concat(chunks)) : failure("NOT_HAD", `${read} of ${bytes} bytes came`);
}
