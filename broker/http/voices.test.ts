// Tests the school's own voices over the routes: who may record, hear and approve, what is refused, and what reaches a station.
import { readdir, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { DeviceId } from "../../protocol/ids.ts";
import { stationSentences } from "../../protocol/stationSentences.ts";
import { longestVoiceBytes } from "../../protocol/voiceLimits.ts";
import { voiceList } from "../../protocol/voices.ts";
import type { ErrorReply } from "../api/error.ts";
import type { QueuedRecording, Recording, SpeakerVoices, VoiceOverview } from "../api/voices.ts";
import { silentOpus } from "../voices/opusFixture.ts";
import { type Client, type ServedHub, startServedHub, writeBuilt } from "./servedHubFixture.ts";

type Person = Client & { readonly cookie: string };

let served: ServedHub;
let teacher: Person;
let approver: Person;
beforeEach(async () => {
  served = await startServedHub();
  await installGames({ wellDone: "Giỏi lắm!" });
  [teacher, approver] = await Promise.all([served.as("teacher"), served.as("vicePrincipalEducation")]);
}, 30_000);
afterEach(() => served.close());

const hash = "0".repeat(64);
const words = (vi: string) => ({ vi, en: `en: ${vi}` });
function game(id: string, prompts: Record<string, { vi: string; en: string }>) {
  return {
    id,
    version: "1.0.0",
    title: words("Đếm con vật"),
    house: "math",
    domains: ["cognition"],
    goal: words("Đếm"),
    modes: ["quiz"],
    levels: [
      { id: "pond", ageBand: "3-4", title: words("Bờ ao"), modes: ["quiz"], picture: "levels/pond.svg" },
    ],
    prompts,
    icon: "icon.svg",
    files: { "voice/vi/title.opus": { bytes: 1, sha256: hash } },
    hash,
  };
}
let installs = 0;
async function installGames({ wellDone }: { wellDone: string }): Promise<void> {
  const games = [
    game("count-animals", {
      praise: words(wellDone),
      title: words("Đếm con vật"),
      "level-pond": words("Bờ ao"),
    }),
    game("patterns", { praise: words(wellDone) }),
  ];
  await writeBuilt(served, "content/catalogue.json", JSON.stringify({ hash, games }));
  // Two writes within a millisecond look alike to whoever reads the file anew when it changed.
  const later = new Date(Date.now() + ++installs * 1000);
  await utimes(join(served.dist, "content/catalogue.json"), later, later);
}

async function read<Shape>(answer: Promise<Response>, status = 200): Promise<Shape> {
  const found = await answer;
  const text = await found.text();
  expect([found.status, text]).toEqual([status, text]);
  return JSON.parse(text || "null") as Shape;
}
type Order = {
  gameId?: string;
  promptKey?: string;
  locale?: string;
  text?: string;
  audio?: Buffer | string;
};
let salt = 0;
function record(by: Client, { audio, ...more }: Order = {}): Promise<Response> {
  const { gameId = "count-animals", promptKey = "praise", locale = "vi", text = "Giỏi lắm!" } = more;
  salt = (salt % 250) + 1;
  const sound = audio ?? silentOpus(900, salt);
  const body = { locale, text, audio: typeof sound === "string" ? sound : sound.toString("base64") };
  return by("addRecording", { params: { gameId, promptKey }, body });
}
const take = (by: Client = teacher, order: Order = {}) => read<Recording>(record(by, order));
const approve = (id: string, by: Client = approver) =>
  by("approveRecording", { params: { recordingId: id } });
const withdraw = (id: string, by: Client = teacher) =>
  by("withdrawRecording", { params: { recordingId: id } });
const sendBack = (id: string, reason = "Hơi nhỏ, cô ghi lại giúp em.", by: Client = approver) =>
  by("returnRecording", { params: { recordingId: id }, body: { reason } });
const queue = () => read<QueuedRecording[]>(teacher("listRecordings"));
const sentences = async (gameId = "count-animals", locale = "vi") =>
  (await read<SpeakerVoices>(teacher("showSpeakerVoices", { params: { gameId }, query: { locale } })))
    .sentences;
const files = () => readdir(join(served.home, "hub", "voices"));

/** What a device is told to speak, as a station reads it: the document, its list, each recording. */
async function heardAt(device: DeviceId): Promise<Record<string, Buffer>> {
  await served.hub.core.desired.settled();
  const named = served.hub.core.desired.document(device, "content")?.body.voices ?? null;
  if (named === null) return {};
  const answer = await fetch(`${served.hub.url}/voices/${named.sha256}.json`);
  expect(answer.status).toBe(200);
  const list = voiceList.parse(await answer.json());
  const sounds: Record<string, Buffer> = {};
  for (const { locale, text, sha256, bytes } of list.recordings) {
    const sound = await fetch(`${served.hub.url}/voices/${sha256}.opus`);
    expect(sound.headers.get("content-type")).toBe("audio/ogg");
    sounds[`${locale} ${text}`] = Buffer.from(await sound.arrayBuffer());
    expect(sounds[`${locale} ${text}`]?.length).toBe(bytes);
  }
  return sounds;
}
const screen = async () => (await served.enrolScreen()).deviceId;

test("a recording is heard at the stations once it is approved, byte for byte, and not before", async () => {
  const device = await screen();
  const audio = silentOpus(1200);
  const made = await take(teacher, { audio });
  expect(made).toMatchObject({
    state: "waiting",
    text: "Giỏi lắm!",
    durationMs: 1200,
    bytes: audio.length,
    recordedBy: "Đặng Mai Chi",
    judgedBy: null,
    damaged: false,
  });
  expect(await heardAt(device)).toEqual({});
  const approved = await read<Recording>(approve(made.id));
  expect(approved).toMatchObject({ state: "approved", judgedBy: "Trần Minh Khuê" });
  const heard = await heardAt(device);
  expect(Object.keys(heard)).toEqual(["vi Giỏi lắm!"]);
  expect(heard["vi Giỏi lắm!"]?.equals(audio)).toBe(true);
});

test("a recording that was withdrawn is gone: from the stations, from the hub's disk, from the page", async () => {
  const device = await screen();
  const { id } = await take();
  await read(approve(id));
  const [address] = Object.keys(await heardAt(device)).length > 0 ? await files() : [];
  expect(await read<Recording>(withdraw(id))).toMatchObject({ state: "withdrawn" });
  expect(await heardAt(device)).toEqual({});
  expect(await files()).toEqual([]);
  expect((await fetch(`${served.hub.url}/voices/${address}`)).status).toBe(404);
  expect((await sentences()).find(({ key }) => key === "praise")?.recordings).toEqual([]);
  expect((await audioOf(id, teacher)).status).toBe(404);
});

test("one sentence is recorded once for all games that say it", async () => {
  const { id } = await take();
  await read(approve(id));
  const [other] = await sentences("patterns");
  expect(other).toMatchObject({ key: "praise", saidBy: 2, recordings: [{ id, state: "approved" }] });
  const { speakers } = await read<VoiceOverview>(teacher("showVoices"));
  expect(speakers.map(({ gameId, counts }) => [gameId, counts.vi])).toEqual([
    ["station", { sentences: Object.keys(stationSentences).length, own: 0, waiting: 0 }],
    ["count-animals", { sentences: 3, own: 1, waiting: 0 }],
    ["patterns", { sentences: 1, own: 1, waiting: 0 }],
  ]);
  expect(speakers[1]?.counts.en.own).toBe(0);
});

test("the page shows what a child hears first, with the level's picture and the recording that comes with the game", async () => {
  const shown = await sentences();
  expect(shown.map(({ key, picture }) => [key, picture])).toEqual([
    ["title", "/games/count-animals/icon.svg"],
    ["level-pond", "/games/count-animals/levels/pond.svg"],
    ["praise", null],
  ]);
  expect(shown.map(({ bundled }) => bundled)).toEqual([
    "/games/count-animals/voice/vi/title.opus",
    null,
    null,
  ]);
  const station = await sentences("station");
  expect(station.find(({ key }) => key === "goodbye")).toMatchObject({
    text: stationSentences.goodbye.vi,
    bundled: "/screen/voice/vi/goodbye.opus",
  });
});

test("a new take replaces one's own that waited, and what was listened to before is not approved any more", async () => {
  const first = await take();
  const second = await take();
  const refused = await read<ErrorReply>(approve(first.id), 409);
  expect(refused).toMatchObject({ code: "CONFLICT", message: expect.stringContaining("nghe bản mới") });
  expect((await queue()).map(({ id }) => id)).toEqual([second.id]);
  expect(await files()).toHaveLength(1);
  await read(approve(second.id));
});

test("the approved take speaks on while a new one waits, and is replaced by it when that is approved", async () => {
  const device = await screen();
  const first = await take(teacher, { audio: silentOpus(500) });
  await read(approve(first.id));
  const second = await take(teacher, { audio: silentOpus(700) });
  expect((await heardAt(device))["vi Giỏi lắm!"]?.equals(silentOpus(500))).toBe(true);
  await read(approve(second.id));
  expect((await heardAt(device))["vi Giỏi lắm!"]?.equals(silentOpus(700))).toBe(true);
  expect(await files()).toHaveLength(1);
});

test("two teachers may try the same sentence; each take is judged by itself", async () => {
  const head = await served.as("gradeHead");
  const [mine, hers] = [await take(teacher), await take(head)];
  expect((await queue()).map(({ state }) => state)).toEqual(["waiting", "waiting"]);
  await read(approve(mine.id));
  expect((await queue()).map(({ id }) => id)).toEqual([hers.id]);
  await read(approve(hers.id));
  expect((await sentences()).at(-1)?.recordings.map(({ id }) => id)).toEqual([hers.id]);
});

test("a recording is sent back with a reason, stays to be heard by whoever made it, and a new take takes its place", async () => {
  const { id } = await take();
  const returned = await read<Recording>(sendBack(id));
  expect(returned).toMatchObject({ state: "returned", reason: "Hơi nhỏ, cô ghi lại giúp em." });
  expect((await audioOf(id, teacher)).status).toBe(200);
  expect((await approve(id)).status).toBe(409);
  expect((await sendBack(id, "Lần nữa")).status).toBe(409);
  const again = await take();
  expect((await queue()).map((each) => [each.id, each.state])).toEqual([[again.id, "waiting"]]);
  expect((await sendBack(again.id, "   ")).status).toBe(400);
});

test("a sentence whose words changed is spoken by nobody until it is recorded anew", async () => {
  const device = await screen();
  const [praise, waiting] = [await take(), await take(await served.as("gradeHead"))];
  await read(approve(praise.id));
  await installGames({ wellDone: "Con giỏi lắm!" });
  const late = await read<ErrorReply>(record(teacher), 409);
  expect(late).toMatchObject({ code: "CONFLICT", message: expect.stringContaining("đổi lời") });
  expect(await read<ErrorReply>(approve(waiting.id), 409)).toMatchObject({
    message: expect.stringContaining("Không còn trò chơi nào nói câu này"),
  });
  await take(teacher, { text: "Con giỏi lắm!" });
  expect(await heardAt(device)).toEqual({});
  expect((await queue()).map(({ text, state, said }) => [text, state, said])).toEqual([
    ["Con giỏi lắm!", "waiting", true],
    ["Giỏi lắm!", "waiting", false],
    ["Giỏi lắm!", "approved", false],
  ]);
});

test("a hub that cannot read its games leaves the teachers speaking", async () => {
  const device = await screen();
  const { id } = await take();
  await read(approve(id));
  expect(Object.keys(await heardAt(device))).toEqual(["vi Giỏi lắm!"]);
  await rm(join(served.dist, "content/catalogue.json"));
  const station = await take(teacher, {
    gameId: "station",
    promptKey: "goodbye",
    text: stationSentences.goodbye.vi,
  });
  await read(approve(station.id));
  expect(Object.keys(await heardAt(device)).sort()).toEqual(
    ["vi Giỏi lắm!", `vi ${stationSentences.goodbye.vi}`].sort(),
  );
});

const refusals: readonly (readonly [what: string, Order, status: number, code: string, RegExp])[] = [
  ["a picture", { audio: Buffer.from("89504e470d0a1a0a", "hex") }, 400, "INVALID_INPUT", /không nhận ra/],
  ["a wave", { audio: Buffer.from(`RIFF${"x".repeat(999)}`) }, 400, "INVALID_INPUT", /không nhận ra/],
  ["half a recording", { audio: silentOpus(900).subarray(0, 200) }, 400, "INVALID_INPUT", /bị hỏng/],
  ["too long a recording", { audio: silentOpus(15_020) }, 400, "INVALID_INPUT", /15 giây/],
  ["a click", { audio: silentOpus(180) }, 400, "INVALID_INPUT", /quá ngắn/],
  ["too large a file", { audio: Buffer.alloc(longestVoiceBytes + 1, 1) }, 413, "INVALID_INPUT", /256 KB/],
  ["megabytes", { audio: Buffer.alloc(3_000_000, 1) }, 413, "INVALID_INPUT", /quá lớn/],
  ["no base64", { audio: "*nonsense*" }, 400, "INVALID_INPUT", /./],
  ["nothing", { audio: "" }, 400, "INVALID_INPUT", /./],
  ["an unknown sentence", { promptKey: "sing" }, 404, "NOT_FOUND", /Không còn câu này/],
  ["an unknown game", { gameId: "chess" }, 404, "NOT_FOUND", /Không còn câu này/],
  ["other words than the sentence has", { text: "Dở lắm!" }, 409, "CONFLICT", /đổi lời/],
  ["an unknown language", { locale: "fr" }, 400, "INVALID_INPUT", /./],
];
test("what is no recording of a sentence is refused with a sentence of its own, and nothing is kept", async () => {
  for (const [what, order, status, code, message] of refusals) {
    const refused = await record(teacher, order);
    const told = (await refused.json()) as ErrorReply;
    expect([what, refused.status, told.code, told.message]).toEqual([
      what,
      status,
      code,
      expect.stringMatching(message),
    ]);
  }
  expect(await files()).toEqual([]);
  expect(await queue()).toEqual([]);
});

const audioOf = (id: string, by?: Person) =>
  fetch(`${served.hub.url}/api/voices/recordings/${id}/audio`, {
    headers: by === undefined ? {} : { cookie: by.cookie },
  });

test("who only looks records nothing, who records approves nothing, and another's voice is withdrawn by who approves", async () => {
  const head = await served.as("gradeHead");
  const principal = await served.as("principal");
  const { id } = await take();
  expect((await record(principal)).status).toBe(403);
  expect((await record(served.stranger)).status).toBe(401);
  for (const nobody of [teacher, head, principal]) {
    expect((await approve(id, nobody)).status).toBe(403);
    expect((await sendBack(id, "Vì sao", nobody)).status).toBe(403);
  }
  const refused = await read<ErrorReply>(withdraw(id, head), 403);
  expect(refused.message).toContain("giọng của người khác");
  expect((await withdraw(id, principal)).status).toBe(403);
  expect(await read<Recording>(withdraw(id, approver))).toMatchObject({ state: "withdrawn" });
});

test("recordings that wait are heard by staff who may see them, and by nobody else", async () => {
  const { id } = await take();
  expect((await audioOf(id)).status).toBe(401);
  expect((await audioOf(id, await served.as("accountant"))).status).toBe(403);
  const heard = await audioOf(id, await served.as("principal"));
  expect([heard.status, heard.headers.get("content-type"), heard.headers.get("cache-control")]).toEqual([
    200,
    "audio/ogg",
    "no-store",
  ]);
  expect((await audioOf("no-id", teacher)).status).toBe(404);
  // What is not approved has no address for stations, even for whoever knows its name.
  const [name] = await files();
  expect((await fetch(`${served.hub.url}/voices/${name}`)).status).toBe(404);
  await read(approve(id));
  expect((await fetch(`${served.hub.url}/voices/${name}`)).status).toBe(200);
});

test("a part of a recording is given to browsers that ask for parts", async () => {
  const audio = silentOpus(900);
  const { id } = await take(teacher, { audio });
  const part = (range: string) =>
    fetch(`${served.hub.url}/api/voices/recordings/${id}/audio`, {
      headers: { cookie: teacher.cookie, range },
    });
  const first = await part("bytes=0-1");
  expect([first.status, first.headers.get("content-range")]).toEqual([206, `bytes 0-1/${audio.length}`]);
  expect(await first.text()).toBe("Og");
  expect(Buffer.from(await (await part("bytes=10-")).arrayBuffer()).equals(audio.subarray(10))).toBe(true);
  expect((await part(`bytes=${audio.length}-`)).status).toBe(416);
});

test("what is no name of an approved recording or of a list has no file", async () => {
  const zeros = "0".repeat(64);
  for (const name of ["..%2fhub.db", "list.json", `${"g".repeat(64)}.opus`, `${zeros}.json`, `${zeros}.opus`])
    expect([name, (await fetch(`${served.hub.url}/voices/${name}`)).status]).toEqual([name, 404]);
});

test("withdrawing and approving what is long decided changes nothing and says so", async () => {
  const { id } = await take();
  await read(approve(id));
  expect(await read<Recording>(approve(id))).toMatchObject({ state: "approved" });
  expect((await sendBack(id)).status).toBe(200);
  expect((await sentences()).at(-1)?.recordings).toMatchObject([{ state: "approved" }]);
  await read(withdraw(id));
  expect(await read<Recording>(withdraw(id))).toMatchObject({ state: "withdrawn" });
  expect((await approve(id)).status).toBe(409);
  const unknown = "0190a0a0-0000-7000-8000-00000000abcd";
  expect((await approve(unknown)).status).toBe(404);
  expect((await withdraw(unknown)).status).toBe(404);
});

test("a file that is damaged on the hub's disk is shown so, is not approved, and reaches no station", async () => {
  const device = await screen();
  const [approved, waiting] = [
    await take(),
    await take(teacher, { promptKey: "title", text: "Đếm con vật", audio: silentOpus(800) }),
  ];
  await read(approve(approved.id));
  for (const name of await files()) {
    const path = join(served.home, "hub", "voices", name);
    await writeFile(path, Buffer.alloc((await stat(path)).size, 1));
  }
  expect(await read<ErrorReply>(approve(waiting.id), 409)).toMatchObject({
    message: expect.stringContaining("bị hỏng"),
  });
  expect((await audioOf(approved.id, teacher)).status).toBe(404);
  expect((await queue()).map(({ damaged }) => damaged)).toEqual([true, true]);
  // Any change makes the list anew.
  await take(teacher, { promptKey: "level-pond", text: "Bờ ao" });
  expect(await heardAt(device)).toEqual({});
});

test("a full disk refuses the recording with its own sentence and leaves nothing half written", async () => {
  const { query } = served.hub.store;
  served.hub.store.sqlite.exec(
    `CREATE TEMP TRIGGER "fullVoice" BEFORE INSERT ON "voiceRecording"
     BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END`,
  );
  const refused = await read<ErrorReply>(record(teacher), 507);
  expect(refused).toMatchObject({ code: "DISK_FULL", message: expect.stringContaining("Ổ đĩa") });
  expect(await files()).toEqual([]);
  served.hub.store.sqlite.exec('DROP TRIGGER "fullVoice"');
  expect(await query.selectFrom("voiceRecording").selectAll().execute()).toEqual([]);
  await take();
});

test("every step is in the audit log with the sentence and who took it", async () => {
  const [first, second, third] = [
    await take(),
    await take(teacher, { promptKey: "title", text: "Đếm con vật" }),
    await take(teacher, { promptKey: "level-pond", text: "Bờ ao" }),
  ];
  await read(approve(first.id));
  await read(sendBack(second.id));
  await read(withdraw(third.id));
  const written = await served.hub.store.query
    .selectFrom("audit")
    .where("action", "like", "voice.%")
    .orderBy("id")
    .select(["actor", "action", "subject"])
    .execute();
  expect(written.slice(2)).toEqual([
    { actor: "Đặng Mai Chi", action: "voice.record", subject: "Bờ ao" },
    { actor: "Trần Minh Khuê", action: "voice.approve", subject: "Giỏi lắm!" },
    { actor: "Trần Minh Khuê", action: "voice.return", subject: "Đếm con vật" },
    { actor: "Đặng Mai Chi", action: "voice.withdraw", subject: "Bờ ao" },
  ]);
});

test("only the dashboard may ask for the microphone", async () => {
  await writeBuilt(served, "dashboard/index.html", "<!doctype html>");
  await writeBuilt(served, "kiosk/renderer/index.html", "<!doctype html>");
  await writeBuilt(served, "content/games/count-animals/index.html", "<!doctype html>");
  const policy = async (path: string) =>
    (await fetch(`${served.hub.url}${path}`)).headers.get("permissions-policy");
  expect(await policy("/voices-of-the-school")).toContain("microphone=(self)");
  expect(await policy("/screen/")).toContain("microphone=()");
  expect(await policy("/games/count-animals/index.html")).toContain("microphone=()");
});
