// Owns the addresses of recordings as files: for stations by their name, for the dashboard by their row. Sound, so not rows of the API table.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { voiceType } from "../../protocol/voiceLimits.ts";
import { sha256 } from "../../protocol/voices.ts";
import type { Accounts } from "../accounts/accounts.ts";
import { recordingAudioPath, recordingId } from "../api/voices.ts";
import type { Voices } from "../voices/voices.ts";
import { refuse } from "./refusal.ts";
import { admit, sendRefusal } from "./registerRoutes.ts";

export type VoiceFileDependencies = { readonly accounts: Accounts; readonly voices: Voices };

/** What has its hash as name never changes; a week is for browsers, stations keep it by themselves. */
const lasting = "private, max-age=604800, immutable";

export function serveVoiceFiles(app: FastifyInstance, { accounts, voices }: VoiceFileDependencies): void {
  // Nobody signs in: 256 bits that only the content document and its list name (ADR 0027).
  app.get<{ Params: { name: string } }>("/voices/:name", async (request, reply) => {
    const [, name = "", kind] = /^(.*)\.(json|opus)$/.exec(request.params.name) ?? [];
    const read = sha256.safeParse(name);
    if (!read.success) return missing(reply);
    if (kind === "json") {
      const text = voices.listText(read.data);
      return text === undefined
        ? missing(reply)
        : reply.header("cache-control", lasting).type("application/json; charset=utf-8").send(text);
    }
    const bytes = await voices.approvedFile(read.data);
    return bytes === null
      ? missing(reply)
      : sendSound(request, reply.header("cache-control", lasting), bytes);
  });

  app.get<{ Params: { recordingId: string } }>(recordingAudioPath, async (request, reply) => {
    const admitted = await admit(accounts, request, "voices.view");
    if (!admitted.ok) return sendRefusal(reply, admitted);
    const id = recordingId.safeParse(request.params.recordingId);
    const bytes = id.success ? await voices.recordings.audio(id.data) : null;
    return bytes === null
      ? sendRefusal(reply, refuse("NOT_FOUND", { detail: request.params.recordingId }))
      : sendSound(request, reply, bytes);
  });
}

/** Safari plays nothing that it cannot have by the piece (RFC 9110, 14.2). */
function sendSound(request: FastifyRequest, reply: FastifyReply, bytes: Buffer): FastifyReply {
  reply.type(voiceType).header("accept-ranges", "bytes");
  const [, from = "", until = ""] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "") ?? [];
  if (from === "") return reply.send(bytes);
  const start = Number(from);
  const end = until === "" ? bytes.length - 1 : Math.min(Number(until), bytes.length - 1);
  if (start > end) return reply.code(416).header("content-range", `bytes */${bytes.length}`).send("");
  return reply
    .code(206)
    .header("content-range", `bytes ${start}-${end}/${bytes.length}`)
    .send(bytes.subarray(start, end + 1));
}

const missing = (reply: FastifyReply) =>
  reply
    .code(404)
    .header("cache-control", "no-store")
    .type("text/plain; charset=utf-8")
    .send("Không có tệp này.");
