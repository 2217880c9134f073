import { expect, test } from "vitest";
import type { Software } from "../../protocol/records/software.ts";
import { modelName } from "./fleetRows.ts";
import { type Built, differentFacts, differentPrograms } from "./twinDifferences.ts";

const list = (programs: Record<string, string>): Software => ({
  programs: Object.entries(programs).map(([name, version]) => ({ name, version })),
  total: Object.keys(programs).length,
  agentVersion: "1",
  kioskVersion: null,
  games: [],
});
const built = (memoryMiB: number, processor = "i3"): Built => ({
  condition: null,
  inventory: {
    hostname: "tram",
    operatingSystem: "Debian 12",
    architecture: "x64",
    manufacturer: "Dell Inc.",
    model: "OptiPlex 3050",
    serial: null,
    processor,
    cores: 4,
    memoryMiB,
    disks: [],
    displays: [],
    networks: [],
    agentVersion: "1",
  } as never,
});

test("only what most twins agree on and the device has otherwise is told", () => {
  const twins = [built(8192), built(8192), built(8192, "i5"), built(8192, "i7")];
  expect(differentFacts(built(4096, "i9"), twins)).toEqual([{ name: "memory", own: "4 GB", twins: "8 GB" }]);
});

test("programs: another version than most, one that others lack, one that is missing here", () => {
  const twins = [
    list({ chrome: "130", office: "2019", antivirus: "5" }),
    list({ chrome: "130", office: "2019", antivirus: "5", zoom: "1" }),
    list({ chrome: "129", office: "2019", antivirus: "5" }),
  ];
  const own = list({ chrome: "98", office: "2019", miner: "1", zoom: "2" });
  expect(differentPrograms(own, twins)).toEqual([
    { name: "antivirus", own: null, twins: "5" },
    { name: "chrome", own: "98", twins: "130" },
    { name: "miner", own: "1", twins: null },
  ]);
  expect(differentPrograms(own, [])).toEqual([]);
});

test("what a maker left unfilled is no model", () => {
  expect(modelName({ manufacturer: "Dell Inc.", model: "OptiPlex 3050" })).toBe("Dell Inc. OptiPlex 3050");
  expect(modelName({ manufacturer: "To Be Filled By O.E.M.", model: "To Be Filled By O.E.M." })).toBeNull();
  expect(modelName({ manufacturer: "ASUS", model: "System Product Name" })).toBeNull();
  expect(modelName({ manufacturer: null, model: null })).toBeNull();
});
