import { expect, test } from "vitest";
import { makeFakeClock } from "../../testing/fakeClock.ts";
import { UnreadableAnswer } from "../probe.ts";
import * as answers from "./answers.ts";
import { windowsProbes } from "./probes.ts";

const never = new AbortController().signal;

test("temperatures come in tenths of a kelvin; sensors that lie are passed over", () => {
  expect(answers.readTemperature([{ CurrentTemperature: 3232 }, { CurrentTemperature: 0 }])).toBe(50.1);
  expect(answers.readTemperature([])).toBeNull();
});

test("volumes tell their room, and the one with the agent's data is marked", () => {
  const found = answers.readVolumes(
    [
      { DeviceID: "C:", Size: 127_000_000_000, FreeSpace: 20_000_000_000 },
      { DeviceID: "D:", Size: null, FreeSpace: null },
    ],
    "c:\\Users\\kidsmart\\AppData\\Local\\Kidsmart",
  );
  expect(found).toEqual([{ mount: "C:", disk: null, sizeMiB: 121_117, freeMiB: 19_073, holdsData: true }]);
});

test("a disk that foretells its failure is failing; what it does not tell is null", () => {
  const disk = {
    DeviceId: "0",
    Name: "ST1000",
    Size: 1e12,
    Health: "Warning",
    Wear: 0,
    Temperature: 0,
    Hours: null,
  };
  expect(answers.readDisks([disk, { ...disk, DeviceId: 1, Health: "Unknown" }])).toMatchObject([
    {
      name: "PhysicalDrive0",
      smart: { verdict: "failing", wearPercent: 0, temperatureC: null, powerOnHours: null },
    },
    { name: "PhysicalDrive1", smart: { verdict: null } },
  ]);
});

test("batteries and UPS tell whether the mains are there", () => {
  const ups = { Name: "APC Back-UPS", Id: "1", Status: 1, Percent: 88, Designed: null, Full: null };
  expect(answers.readPower([ups])).toEqual({
    onMains: false,
    batteries: [{ name: "APC Back-UPS", kind: "ups", percent: 88, state: "discharging", wearPercent: null }],
  });
  expect(answers.readPower([{ ...ups, Name: "DELL", Status: 6, Designed: 50, Full: 40 }])).toMatchObject({
    onMains: true,
    batteries: [{ kind: "battery", state: "charging", wearPercent: 20 }],
  });
  expect(answers.readPower([])).toEqual({ onMains: null, batteries: [] });
});

test("network cards tell speed and signal", () => {
  expect(
    answers.readNetwork([
      { Name: "Ethernet", Up: true, Wireless: false, Speed: 1_000_000_000, Signal: null },
      { Name: "Wi-Fi", Up: true, Wireless: true, Speed: 144_400_000, Signal: 71 },
      { Name: "Ethernet 2", Up: false, Wireless: false, Speed: 0, Signal: null },
    ]),
  ).toEqual([
    { name: "Ethernet", kind: "wired", speedMbps: 1000, signalPercent: null },
    { name: "Wi-Fi", kind: "wireless", speedMbps: 144, signalPercent: 71 },
    { name: "Ethernet 2", kind: "wired", speedMbps: null, signalPercent: null },
  ]);
});

test("what is plugged in is sorted by kind; functions of one device and microphones are not things of their own", () => {
  const row = (Class: string, FriendlyName: string, InstanceId: string) => ({
    Class,
    FriendlyName,
    InstanceId,
  });
  const found = answers.readPeripherals([
    row("Mouse", "HID-compliant mouse", "HID\\VID_046D&PID_C077\\6&1"),
    row("HIDClass", "USB Input Device", "USB\\VID_046D&PID_C077\\5&2"),
    row("Keyboard", "HID Keyboard Device", "HID\\VID_413C&PID_2113&MI_00\\7"),
    row("HIDClass", "USB Input Device", "USB\\VID_413C&PID_2113&MI_00\\6"),
    row("Monitor", "Generic PnP Monitor", "DISPLAY\\ACR0"),
    row("AudioEndpoint", "Speakers (Realtek)", "SWD\\MMDEVAPI\\{0.0.0.00000000}.{1}"),
    row("AudioEndpoint", "Microphone (Realtek)", "SWD\\MMDEVAPI\\{0.0.1.00000000}.{2}"),
    row("USB", "Generic USB Hub", "USB\\VID_05E3&PID_0608\\5"),
    row("DiskDrive", "Kingston DataTraveler", "USB\\VID_0951&PID_1666\\001"),
  ]);
  expect(found.plugged.map(({ kind }) => kind)).toEqual(["mouse", "keyboard", "display", "speaker", "other"]);
  expect(found.usb.map(({ id }) => id)).toEqual(["046d:c077", "0951:1666"]);
});

test("programs are listed once, in order", () => {
  const row = (DisplayName: string, DisplayVersion: string | null) => ({ DisplayName, DisplayVersion });
  expect(answers.readPrograms([row("UniKey", "4.3"), row("7-Zip", null), row("UniKey", "4.3")])).toEqual({
    total: 3,
    programs: [
      { name: "7-Zip", version: "" },
      { name: "UniKey", version: "4.3" },
    ],
  });
});

test("an answer in another shape is unreadable, not a figure", () => {
  for (const read of [answers.readDisks, answers.readNetwork, answers.readPeripherals, answers.readPrograms])
    expect(() => read([{ surprise: true }])).toThrow(UnreadableAnswer);
  expect(() => answers.readTraffic("nothing")).toThrow(UnreadableAnswer);
});

test("the search for updates is asked again until it is done, and given up when its time is over", async () => {
  const clock = makeFakeClock();
  const said: unknown[] = [[{ Searching: true }], [{ Searching: true }], [{ Pending: 9, Security: 2 }]];
  let asked = 0;
  const probes = windowsProbes({
    clock,
    folder: "C:\\",
    hub: "127.0.0.1",
    shell: {
      ask: async () => {
        asked += 1;
        return said.shift() ?? [{ Searching: true }];
      },
    },
  });
  const settled = () => new Promise(setImmediate);
  const first = probes.updates(never);
  for (let turn = 0; turn < 2; turn++) {
    await settled();
    clock.advance(20_000);
  }
  expect(await first).toEqual({ pending: 9, security: 2 });
  expect(asked).toBe(3);
  const limit = new AbortController();
  const endless = probes.updates(limit.signal);
  await settled();
  limit.abort();
  await expect(endless).rejects.toThrow("too long");
  expect(clock.waiting()).toBe(0);
});
