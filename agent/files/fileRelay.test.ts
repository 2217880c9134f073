import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { filePartBytes, maxLinkBytes, type ServerMessage } from "../../protocol/link.ts";
import type { HubFile } from "../../protocol/voices.ts";
import { quietLog } from "../testing/fixtures.ts";
import { makeFileRelay } from "./fileRelay.ts";
import { getFile } from "./getFile.ts";

const content = Buffer.alloc(filePartBytes + 1000, "giọng cô ");
const file: HubFile = {
  kind: "voice",
  sha256: createHash("sha256").update(content).digest("hex"),
  bytes: content.length,
};

async function startHub(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** All that is answered to one fetch. */
function fetchFrom(hubUrl: string, wanted = file): Promise<ServerMessage[]> {
  const relay = makeFileRelay({ log: quietLog, getFile: (each) => getFile({ hubUrl }, each) });
  const answers: ServerMessage[] = [];
  return new Promise((resolve) =>
    relay.fetch(wanted, (message) => {
      answers.push(message);
      if (message.type !== "filePart" || message.part === message.parts - 1) resolve(answers);
    }),
  );
}

test("a file is passed on in parts that fit the link, and together they are the file", async () => {
  const asked: (string | undefined)[] = [];
  const hub = await startHub(({ url }, response) => {
    asked.push(url);
    response.end(content);
  });
  const answers = await fetchFrom(hub);
  expect(asked).toEqual([`/voices/${file.sha256}.opus`]);
  expect(answers.map((each) => each.type === "filePart" && [each.part, each.parts])).toEqual([
    [0, 2],
    [1, 2],
  ]);
  for (const each of answers) expect(JSON.stringify(each).length).toBeLessThan(maxLinkBytes);
  const bytes = answers.map((each) => Buffer.from(each.type === "filePart" ? each.data : "", "base64"));
  expect(Buffer.concat(bytes).equals(content)).toBe(true);
});

test.each<[string, RequestListener, RegExp]>([
  ["is not there", (_, response) => response.writeHead(404).end(), /HTTP 404/],
  ["is longer than it was named", (_, response) => response.end(Buffer.alloc(file.bytes + 1)), /more than/],
  ["is shorter than it was named", (_, response) => response.end("half"), /4 of/],
  ["breaks off", (_, response) => response.writeHead(200).write("half", () => response.destroy()), /./],
])("a file that %s is answered as missing", async (_name, hub, why) => {
  const [answer, ...others] = await fetchFrom(await startHub(hub));
  expect(others).toEqual([]);
  expect(answer).toEqual({
    type: "fileMissing",
    sha256: file.sha256,
    detail: expect.stringMatching(why),
  });
});

test("a hub that is not there is answered too, and the next file is asked for all the same", async () => {
  const relay = makeFileRelay({
    log: quietLog,
    getFile: (each) => getFile({ hubUrl: "http://127.0.0.1:1" }, each),
  });
  const types = await Promise.all(
    [1, 2].map(() => new Promise((resolve) => relay.fetch(file, ({ type }) => resolve(type)))),
  );
  expect(types).toEqual(["fileMissing", "fileMissing"]);
});
