// Every golden message that ever shipped decodes, whatever the schemas become.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { decode } from "./codec.ts";
import { unfoldBatch } from "./messages/upBatch.ts";
import { isRecordType, recordTypes } from "./records/records.ts";
import { type TopicName, topics } from "./topics.ts";

const folder = join(import.meta.dirname, "fixtures");
// A catalogue is a file and no message: catalogue.test.ts reads those.
const files = readdirSync(folder).filter((name) => name.endsWith(".json") && !name.startsWith("catalogue."));

describe("golden messages", () => {
  it.each(files)("%s decodes", (file) => {
    const bytes = readFileSync(join(folder, file));
    const [family, name = "", version = ""] = file.split(".");
    if (family === "topic") {
      expect(Object.keys(topics)).toContain(name);
      expect(decode(name as TopicName, bytes)).toMatchObject({ ok: true });
      return;
    }
    if (!isRecordType(name)) throw new Error(`${file} names no record type`);
    const decoded = recordTypes[name].decode(JSON.parse(bytes.toString()), Number(version.slice(1)));
    expect(decoded).toMatchObject({ ok: true });
  });

  it("cover every topic and every version of every record type", () => {
    for (const name of Object.keys(topics))
      expect(
        files.some((file) => file.startsWith(`topic.${name}.v1`)),
        name,
      ).toBe(true);
    for (const [name, { version }] of Object.entries(recordTypes))
      for (let number = 1; number <= version; number++)
        expect(
          files.some((file) => file.startsWith(`record.${name}.v${number}`)),
          `${name} v${number}`,
        ).toBe(true);
  });

  it("lose no record of a batch", () => {
    const batch = unfoldBatch(JSON.parse(readFileSync(join(folder, "topic.up.v1.json"), "utf8")));
    if (!batch.ok) throw new Error(batch.detail);
    expect(batch.value.unreadable).toEqual([]);
    expect(batch.value.records.map((record) => record.seq)).toEqual(
      Array.from(
        { length: batch.value.last - batch.value.after },
        (_, index) => batch.value.after + 1 + index,
      ),
    );
  });
});
