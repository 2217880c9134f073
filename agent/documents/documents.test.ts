import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { deviceId } from "../../protocol/ids.ts";
import type { Desired } from "../../protocol/messages/desired.ts";
import { makeRecorder } from "../outbox/recorder.ts";
import { makeFakeClock } from "../testing/fakeClock.ts";
import { device, openTestOutbox, quietLog, temporaryFolder } from "../testing/fixtures.ts";
import { openDocuments } from "./documents.ts";
import { makeReceiveDesired } from "./receiveDesired.ts";

const content = (version: number): Desired => ({
  doc: "content",
  version,
  body: { catalogueHash: `hash ${version}`, games: [] },
});
const config = (owner: string): Desired => ({
  doc: "config",
  version: 1,
  body: {
    deviceId: deviceId.parse(owner),
    deviceName: "Máy 1",
    kind: "station",
    schoolName: "Trường Mầm non Hoa Sen",
    roomName: "Phòng Kidsmart",
    stationNumber: 1,
    emblem: "rabbit",
    pins: [],
    healthEverySeconds: 60,
    allowReboot: false,
    volumePercent: 60,
    locale: "vi",
  },
});

function open(folder: string) {
  const damaged: string[] = [];
  const documents = openDocuments({ folder, deviceId: device, damaged: (name) => damaged.push(name) });
  return { documents, damaged };
}

describe("the document cache", () => {
  test("a document outlives a restart; only a newer one replaces it", () => {
    const folder = temporaryFolder();
    const { documents } = open(folder);
    expect(documents.accept(content(2))).toMatchObject({ value: "taken" });
    expect(documents.accept(content(1))).toMatchObject({ value: "known" });
    expect(documents.accept(content(2))).toMatchObject({ value: "known" });
    const again = open(folder).documents;
    expect(again.held()).toEqual({ plan: 0, config: 0, content: 2 });
    expect(again.get("content")).toEqual(content(2));
    expect(again.otherThan({ plan: 0, config: 0, content: 1 })).toEqual([content(2)]);
    expect(again.otherThan({ plan: 0, config: 0, content: 2 })).toEqual([]);
  });

  test("a kiosk that holds a higher version, from an earlier enrolment, is given the lower one", () => {
    const { documents } = open(temporaryFolder());
    documents.accept(content(1));
    expect(documents.otherThan({ plan: 57, config: 57, content: 57 })).toEqual([content(1)]);
  });

  test("what an earlier enrolment left is dropped, so that the new school's first version is taken", () => {
    const folder = temporaryFolder();
    writeFileSync(
      join(folder, "config.json"),
      JSON.stringify(config("01900000-0000-7000-8000-00000000dddd")),
    );
    writeFileSync(join(folder, "content.json"), JSON.stringify(content(57)));
    const { documents, damaged } = open(folder);
    expect(documents.held()).toEqual({ plan: 0, config: 0, content: 0 });
    expect(damaged).toEqual([]);
    expect(documents.accept(content(1))).toMatchObject({ value: "taken" });
    expect(open(folder).documents.held().content).toBe(1);
  });

  test("half a file counts as none, is told, and is replaced by the hub's next one", () => {
    const folder = temporaryFolder();
    open(folder).documents.accept(content(3));
    const file = join(folder, "content.json");
    writeFileSync(file, readFileSync(file, "utf8").slice(0, 20));
    const { documents, damaged } = open(folder);
    expect(damaged).toEqual(["content"]);
    expect(documents.held().content).toBe(0);
    documents.accept(content(3));
    expect(open(folder).damaged).toEqual([]);
  });

  test("another device's config is kept out", () => {
    const { documents } = open(temporaryFolder());
    expect(documents.accept(config("01900000-0000-7000-8000-00000000dddd"))).toMatchObject({
      code: "OTHER_DEVICE",
    });
    expect(documents.accept(config(device)).ok).toBe(true);
  });

  test("a document that does not fit is one fault, however often the hub offers it", () => {
    const clock = makeFakeClock();
    const outbox = openTestOutbox({ clock });
    const taken: Desired[] = [];
    const desired = makeReceiveDesired({
      documents: open(temporaryFolder()).documents,
      recorder: makeRecorder({ outbox, clock, log: quietLog }),
      memory: outbox.memory,
      taken: (document) => taken.push(document),
    });
    desired.refuse("version: too small", Buffer.from("{}"));
    desired.refuse("version: too small", Buffer.from("{}"));
    desired.receive(config("01900000-0000-7000-8000-00000000dddd"));
    desired.receive(content(1));
    const faults = outbox.take(0, { maxRecords: 10, maxBytes: 1e6 })?.records ?? [];
    expect(faults.map(({ body }) => body)).toMatchObject([
      { kind: "documentRefused" },
      { kind: "documentRefused" },
    ]);
    expect(taken).toEqual([content(1)]);
  });
});
