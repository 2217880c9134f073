// Keeps docs/protocol.md true: whoever adds or changes a row of the contract must tell people too.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { enrolmentRefusal } from "../protocol/enrolment.ts";
import { kioskMessage, kioskRecord, maxLinkBytes, serverMessage } from "../protocol/link.ts";
import { deviceCommand, roomCommand } from "../protocol/messages/command.ts";
import { documentNames } from "../protocol/messages/desired.ts";
import { kioskState } from "../protocol/records/health.ts";
import { recordTypes } from "../protocol/records/records.ts";
import { maxPayloadBytes, topics } from "../protocol/topics.ts";

const page = readFileSync(join(import.meta.dirname, "protocol.md"), "utf8");

const lines = page.split("\n");
const cellsOf = (line: string) =>
  line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim().replaceAll("`", ""));

/** Rows of the table whose first column is headed so, as trimmed cells without code marks. */
function tableOf(heading: string): string[][] {
  const head = lines.findIndex((line) => line.startsWith("|") && cellsOf(line)[0] === heading);
  if (head === -1) throw new Error(`no table headed ${heading}`);
  const rows = lines.slice(head + 2);
  const end = rows.findIndex((line) => !line.startsWith("|"));
  return rows.slice(0, end === -1 ? undefined : end).map(cellsOf);
}
const firstColumn = (heading: string) => tableOf(heading).map(([first]) => first);

describe("the protocol page", () => {
  it("lists every topic with its name, sender and QoS, and no others", () => {
    const rows = tableOf("topic").map((cells) => cells.slice(0, 4));
    const expected = Object.entries(topics).map(([name, { pattern, from, qos }]) => [
      pattern,
      name,
      from,
      String(qos),
    ]);
    expect(rows).toEqual(expected);
  });

  it("lists every record type, and no others", () => {
    expect(firstColumn("type")).toEqual(Object.keys(recordTypes));
  });

  it("lists every command and whom it is for", () => {
    const rows = tableOf("command").map((cells) => cells.slice(0, 2));
    expect(rows).toEqual([
      ...deviceCommand.options.map(({ shape }) => [shape.name.value, "device"]),
      ...roomCommand.options.map(({ shape }) => [shape.name.value, "room"]),
    ]);
  });

  it("lists every message of the link, both ways", () => {
    expect(firstColumn("from the kiosk")).toEqual(kioskMessage.options.map(({ shape }) => shape.type.value));
    expect(firstColumn("to the kiosk")).toEqual(serverMessage.options.map(({ shape }) => shape.type.value));
  });

  it("names the record types that a kiosk may make", () => {
    const names = kioskRecord.options.map(({ shape }) => `\`${shape.type.value}\``);
    expect(page).toContain(`records of the types ${names.slice(0, -1).join(", ")} and ${names.at(-1)};`);
  });

  it("lists every desired document and every refusal of an enrolment code", () => {
    expect(firstColumn("doc")).toEqual(documentNames);
    expect(firstColumn("refusal")).toEqual(enrolmentRefusal.options);
  });

  it("names the kiosk states in the order that the folded rows count them", () => {
    expect(page).toContain(kioskState.options.map((state) => `\`${state}\``).join(", "));
  });

  it("says how big a payload and a link message may be", () => {
    expect(page).toContain(`at most ${maxPayloadBytes} bytes`);
    expect(page).toContain(`at most ${maxLinkBytes} bytes`);
  });
});
