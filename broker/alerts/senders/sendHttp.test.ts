import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { sendWebhook } from "./sendHttp.ts";

async function answerOf(secret: string, answer: RequestListener) {
  const server = createServer(answer);
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve());
  });
  const { port } = server.address() as AddressInfo;
  const settings = {
    kind: "webhook" as const,
    url: `http://127.0.0.1:${port}/`,
    headers: {},
    template: "{}",
  };
  const parcel = { id: "p", title: "", text: "", severity: "info" as const, count: 1, school: "", at: 0 };
  const outcome = await sendWebhook(settings, secret, parcel, "Asia/Ho_Chi_Minh");
  server.closeAllConnections();
  server.close();
  return outcome;
}

test("a secret is in no answer: raw, as in an address, as in JSON, nor cut in half", async () => {
  const secret = 'a"b/c d+é0123456789';
  const forms = [secret, encodeURIComponent(secret), encodeURI(secret), JSON.stringify(secret).slice(1, -1)];
  for (const form of forms) {
    const outcome = await answerOf(secret, (_request, response) =>
      response.writeHead(400).end(`${"x".repeat(280)}${form} ${form}`),
    );
    expect(outcome.answer).toBe(`HTTP 400 ${"x".repeat(280)}••• •••`);
  }
});

test("of a reply that never ends only the beginning is read", async () => {
  let ended = false;
  const outcome = await answerOf("s", (_request, response) => {
    response.on("close", () => {
      ended = true;
    });
    response.writeHead(200);
    // Neither more nor an end follows.
    response.write("y".repeat(20_000));
  });
  expect(outcome).toMatchObject({ sent: true, answer: `HTTP 200 ${"y".repeat(300)}` });
  await expect.poll(() => ended).toBe(true);
});
