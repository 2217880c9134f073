import { mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { condition } from "../../../protocol/records/condition.ts";
import { inventory as inventoryType } from "../../../protocol/records/inventory.ts";
import { temporaryFolder } from "../../testing/fixtures.ts";
import { systemClock } from "../../time/clock.ts";
import { askInventory } from "../askInventory.ts";
import { makeCpuMeter } from "../cpu.ts";
import { takeHealth } from "../health.ts";
import { routeTo } from "../hubLink.ts";
import { machineProbes } from "../machine.ts";
import { makeTrafficMeter, parseProcNetDev } from "../network.ts";
import { countInput } from "../peripherals.ts";
import { makeAsker, UnreadableAnswer } from "../probe.ts";
import { linuxTemperature } from "../temperature.ts";
import { linuxDisks, parseSmart, readAnswer } from "./disks.ts";
import { displayName, linuxDisplays } from "./displays.ts";
import { linuxInterfaces, parseIw, parseWireless, percentOfDbm } from "./interfaces.ts";
import { linuxPeripherals, parseInputDevices } from "./peripherals.ts";
import { linuxPower } from "./power.ts";
import { linuxPrograms } from "./programs.ts";
import { linuxSound, parseMixer } from "./sound.ts";
import { linuxRestartNeeded, linuxUpdates, parseSimulation } from "./updates.ts";
import { diskOf, linuxVolumes, mountOf, parseMounts } from "./volumes.ts";

const never = new AbortController().signal;

/** A folder with these files in it. */
function tree(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

describe.runIf(process.platform === "linux")("this very machine", () => {
  const machine = machineProbes({ clock: systemClock, folder: temporaryRoot(), hub: "127.0.0.1" });

  function temporaryRoot() {
    return "/tmp";
  }

  test("tells a valid sample of health, cheaply", async () => {
    const asker = makeAsker(systemClock);
    const failed: string[] = [];
    const take = () =>
      takeHealth({
        asker,
        probes: machine.health,
        kiosk: () => "off",
        probeFailed: (name) => failed.push(name),
      });
    await take();
    const before = process.cpuUsage();
    const samples = 20;
    for (let n = 0; n < samples; n++) expect((await take()).cpuPercent).toBeLessThanOrEqual(100);
    const { user, system } = process.cpuUsage(before);
    expect(failed).toEqual([]);
    expect((user + system) / 1000 / samples).toBeLessThanOrEqual(30);
  });

  test("tells a condition that fits its schema", async () => {
    const peripherals = await machine.peripherals(never);
    const network = await machine.network(never);
    expect(network?.route).toBe("local");
    const body = {
      disks: await machine.disks(never),
      volumes: await machine.volumes(never),
      power: await machine.power(never),
      link: null,
      displays: await machine.displays(never),
      sound: await machine.sound(never),
      input: peripherals && countInput(peripherals.plugged),
      usb: peripherals?.usb ?? null,
      updates: null,
      clock: { offsetMs: null, trusted: true },
      counts: { powerLosses: 0, kioskStarts: 0, kioskCrashes: 0, gameCrashes: 0 },
      unmeasured: [],
    };
    expect(condition.decode(body, 1)).toMatchObject({ ok: true });
    expect(body.volumes?.filter(({ holdsData }) => holdsData)).toHaveLength(1);
  });

  test("tells its inventory and its programs", async () => {
    const found = await askInventory(never);
    expect(inventoryType.decode(found, 2)).toMatchObject({ ok: true });
    expect(found.memoryMiB).toBeGreaterThan(100);
    const programs = await machine.programs(never);
    if (programs !== null) expect(programs.total).toBeGreaterThanOrEqual(programs.programs.length);
  });

  test("knows the way to a hub on itself, and none to a name that nobody has", async () => {
    expect(await routeTo("127.0.0.1")).toBe("local");
    expect(await routeTo("kidsmart.invalid")).toBeNull();
  });
});

describe("health", () => {
  test("the load is the busy share between two readings", () => {
    const times = (user: number, idle: number) => ({ times: { user, nice: 0, sys: 0, idle, irq: 0 } });
    const readings = [
      [times(0, 0), times(0, 0)],
      [times(30, 70), times(10, 90)],
      [times(30, 70), times(10, 90)],
    ];
    const meter = makeCpuMeter(() => readings.shift() ?? []);
    expect(meter()).toBe(20);
    expect(meter()).toBe(0);
  });

  test("traffic counts real interfaces, and a counter that began anew tells nothing", async () => {
    const text = [
      "Inter-|   Receive                            |  Transmit",
      " face |bytes    packets errs drop fifo frame compressed multicast|bytes packets",
      "    lo: 999999 1 0 0 0 0 0 0 999999 1 0 0 0 0 0 0",
      "  eth0: 10240 1 0 0 0 0 0 0 2048 1 0 0 0 0 0 0",
    ].join("\n");
    expect(parseProcNetDev(text)).toEqual({ receivedBytes: 10_240, sentBytes: 2048 });
    const totals = [10_240, 20_480, 100].map((bytes) => ({ receivedBytes: bytes, sentBytes: 0 }));
    const meter = makeTrafficMeter(async () => totals.shift() ?? null);
    expect([await meter(never), await meter(never), await meter(never), await meter(never)]).toEqual([
      null,
      { receivedKiB: 10, sentKiB: 0 },
      null,
      null,
    ]);
  });

  test("the temperature is the hottest sensor's; one that lies or sleeps is passed over", async () => {
    expect(await linuxTemperature(temporaryFolder())(never)).toBeNull();
    const root = tree({
      "class/thermal/thermal_zone0/temp": "48000\n",
      "class/hwmon/hwmon0/temp1_input": "61500\n",
      "class/hwmon/hwmon1/temp1_input": "255000\n",
      "class/hwmon/hwmon2/temp1_input": "nothing\n",
    });
    expect(await linuxTemperature(root)(never)).toBe(61.5);
  });
});

describe("disks and volumes", () => {
  const ata = {
    smartctl: { exit_status: 0 },
    smart_status: { passed: true },
    temperature: { current: 36 },
    power_on_time: { hours: 8123 },
    ata_smart_attributes: {
      table: [
        { id: 5, value: 100, raw: { value: 8, string: "8" } },
        { id: 197, value: 100, raw: { value: 0, string: "0" } },
        { id: 231, value: 88, raw: { value: 88, string: "88" } },
      ],
    },
  };
  const answer = (report: unknown) => async () => ({ stdout: JSON.stringify(report), exitCode: 0 });

  test("a disk tells its verdict, wear and bad sectors in smartctl's words", () => {
    expect(parseSmart(JSON.stringify(ata))).toEqual({
      verdict: "passed",
      wearPercent: 12,
      reallocatedSectors: 8,
      pendingSectors: 0,
      powerOnHours: 8123,
      temperatureC: 36,
    });
    const nvme = {
      // Bit 3: the disk is failing.
      smartctl: { exit_status: 8 },
      smart_status: { passed: false },
      nvme_smart_health_information_log: { percentage_used: 104 },
    };
    expect(parseSmart(JSON.stringify(nvme))).toMatchObject({
      verdict: "failing",
      wearPercent: 104,
      temperatureC: null,
    });
    expect(parseSmart(JSON.stringify({ smartctl: { exit_status: 2 } }))).toBe("silent");
    expect(() => parseSmart("smartctl: command not understood")).toThrow(UnreadableAnswer);
    expect(() => parseSmart('{"smartctl": 7}')).toThrow(UnreadableAnswer);
  });

  test("what root's own service left of a disk is read while it is young", async () => {
    const file = join(tree({ "sda.json": JSON.stringify(ata) }), "sda.json");
    const left = await readAnswer(file, Date.now());
    expect(parseSmart(left?.stdout ?? "")).toMatchObject({ verdict: "passed" });
    expect(await readAnswer(file, Date.now() + 3 * 3_600_000)).toBeNull();
    expect(await readAnswer(`${file}.none`, Date.now())).toBeNull();
  });

  test("loops and memory disks are no disks; without smartctl their sizes are still told", async () => {
    const root = tree({
      "block/sda/size": "234441648\n",
      "block/sda/device/model": "KINGSTON SA400S3\n",
      "block/loop0/size": "8\n",
      "block/zram0/size": "99999\n",
      "block/sdb/size": "0\n",
    });
    expect(await linuxDisks({ root, smartctl: async () => null })(never)).toEqual([
      { name: "sda", model: "KINGSTON SA400S3", sizeMiB: 114_473, smart: null },
    ]);
  });

  test("a disk that sleeps is not woken, and keeps what it said last", async () => {
    const root = tree({ "block/sda/size": "2048\n" });
    const asleep = { smartctl: { exit_status: 2 }, power_mode: "STANDBY" };
    const said = [ata, asleep];
    const probe = linuxDisks({ root, smartctl: () => answer(said.shift())() });
    await probe(never);
    expect(await probe(never)).toMatchObject([{ smart: { verdict: "passed" } }]);
  });

  test("disks are told once each, shares of the network are left alone, and the data's own volume is always there", async () => {
    const mounts = [
      "22 1 8:2 / / rw - ext4 /dev/sda2 rw",
      "23 22 8:1 / /boot/efi rw - vfat /dev/sda1 rw",
      "24 22 8:2 /home /home rw - ext4 /dev/sda2 rw",
      "25 22 0:40 / /mnt/share rw - nfs4 server:/share rw",
      "26 22 8:17 / /media/D\\040and\\040E rw - exfat /dev/sdb1 rw",
      "27 22 0:30 / /data rw - tmpfs tmpfs rw",
    ].join("\n");
    const parsed = parseMounts(mounts);
    expect(parsed.map(({ mount }) => mount)).toContain("/media/D and E");
    expect(mountOf("/data/agent", parsed)?.mount).toBe("/data");
    expect(mountOf("/database", parsed)?.mount).toBe("/");
    const file = join(temporaryFolder(), "mountinfo");
    const real = temporaryFolder();
    writeFileSync(file, `22 1 8:2 / / rw - ext4 /dev/sda2 rw\n27 22 0:30 / ${real} rw - tmpfs tmpfs rw\n`);
    const volumes = await linuxVolumes(join(real, "agent"), file)(never);
    expect(volumes).toMatchObject([
      { mount: "/", disk: "sda", holdsData: false },
      { mount: real, disk: null, holdsData: true },
    ]);
    expect([diskOf("nvme0n1p2"), diskOf("mmcblk0p1"), diskOf("vda"), diskOf("mapper")]).toEqual([
      "nvme0n1",
      "mmcblk0",
      "vda",
      null,
    ]);
  });
});

describe("power", () => {
  test("a laptop tells mains, charge and wear; the battery of a mouse is not its own", async () => {
    const root = tree({
      "class/power_supply/AC/type": "Mains\n",
      "class/power_supply/AC/online": "0\n",
      "class/power_supply/BAT0/type": "Battery\n",
      "class/power_supply/BAT0/capacity": "63\n",
      "class/power_supply/BAT0/status": "Discharging\n",
      "class/power_supply/BAT0/energy_full": "41000000\n",
      "class/power_supply/BAT0/energy_full_design": "50000000\n",
      "class/power_supply/hid-mouse/type": "Battery\n",
      "class/power_supply/hid-mouse/scope": "Device\n",
    });
    expect(await linuxPower(root)(never)).toEqual({
      onMains: false,
      batteries: [{ name: "BAT0", kind: "battery", percent: 63, state: "discharging", wearPercent: 18 }],
    });
  });

  test("a desktop has neither, and nobody to notice a cut", async () => {
    expect(await linuxPower(temporaryFolder())(never)).toEqual({ onMains: null, batteries: [] });
  });
});

describe("network interfaces", () => {
  test("cables tell their speed, radios their signal, and one without a cable nothing", async () => {
    const root = tree({
      "sys/class/net/eth0/speed": "100\n",
      "sys/class/net/eth0/device/vendor": "x",
      "sys/class/net/eth1/speed": "-1\n",
      "sys/class/net/eth1/device/vendor": "x",
      "sys/class/net/wlan0/wireless/status": "",
      "sys/class/net/br0/speed": "1000\n",
      "proc/net/wireless":
        "Inter-| sta-|   Quality        |\n face | tus | link level noise |\n wlan0: 0000   54.  -66.  -256        0\n",
    });
    expect(await linuxInterfaces({ root, iw: async () => null })(never)).toEqual([
      { name: "br0", kind: "other", speedMbps: 1000, signalPercent: null },
      { name: "eth0", kind: "wired", speedMbps: 100, signalPercent: null },
      { name: "eth1", kind: "wired", speedMbps: null, signalPercent: null },
      { name: "wlan0", kind: "wireless", speedMbps: null, signalPercent: 68 },
    ]);
  });

  test("a signal is a share of what is possible, whatever unit the driver speaks", () => {
    expect([percentOfDbm(-30), percentOfDbm(-75), percentOfDbm(-120)]).toEqual([100, 50, 0]);
    expect(parseWireless("wlan0: 0000   35.  100.  0").get("wlan0")).toBe(50);
    expect(parseIw("Connected to 00:11\n\tsignal: -60 dBm\n\ttx bitrate: 144.4 MBit/s\n")).toEqual({
      speedMbps: 144,
      signalPercent: 80,
    });
    expect(parseIw("Not connected.")).toEqual({ speedMbps: null, signalPercent: null });
  });
});

describe("what is plugged in", () => {
  test("mice, keyboards and touch screens are told apart; buttons are none of them", () => {
    const block = (name: string, handlers: string, ev: string) =>
      `I: Bus=0003\nN: Name="${name}"\nH: Handlers=${handlers}\nB: EV=${ev}\n`;
    const text = [
      block("Power Button", "kbd event0", "3"),
      block("USB Keyboard", "sysrq kbd event1 leds", "120013"),
      block("USB Optical Mouse", "mouse0 event2", "17"),
      block("ELAN Touchscreen", "mouse1 event3", "b"),
    ].join("\n");
    const found = parseInputDevices(text);
    expect(found.map(({ kind }) => kind)).toEqual(["keyboard", "mouse", "touch"]);
    expect(countInput(found)).toEqual({ mice: 1, keyboards: 1, touchScreens: 1 });
  });

  test("things on the USB are listed without hubs; only those told nowhere else are things of their own", async () => {
    const usb = (path: string, files: Record<string, string>) =>
      Object.fromEntries(
        Object.entries(files).map(([name, text]) => [`sys/bus/usb/devices/${path}/${name}`, text]),
      );
    const root = tree({
      ...usb("usb1", { idVendor: "1d6b", idProduct: "0002" }),
      ...usb("1-1", { idVendor: "05e3", idProduct: "0608", bDeviceClass: "09\n" }),
      ...usb("1-1.2", { idVendor: "046d", idProduct: "c077", product: "Optical Mouse", bDeviceClass: "00" }),
      ...usb("1-1.2:1.0", { bInterfaceClass: "03\n" }),
      ...usb("1-3", {
        idVendor: "0951",
        idProduct: "1666",
        manufacturer: "Kingston",
        product: "DataTraveler",
      }),
      ...usb("1-3:1.0", { bInterfaceClass: "08\n" }),
      "proc/asound/cards":
        " 0 [PCH            ]: HDA-Intel - HDA Intel PCH\n                      HDA Intel PCH at 0x1\n",
    });
    const found = await linuxPeripherals(root)(never);
    expect(found?.usb.map(({ id, other }) => [id, other])).toEqual([
      ["046d:c077", false],
      ["0951:1666", true],
    ]);
    expect(found?.plugged).toEqual([
      { kind: "speaker", name: "HDA Intel PCH" },
      { kind: "other", name: "Kingston DataTraveler", usbId: "0951:1666" },
    ]);
  });

  test("a display tells its socket, its size and the name in its EDID", async () => {
    const edid = new Uint8Array(128);
    edid.set([0, 0, 0, 0xfc, 0, ...Buffer.from("VG240Y\n      ")], 72);
    expect(displayName(edid)).toBe("VG240Y");
    expect(displayName(new Uint8Array(12))).toBeNull();
    const root = tree({
      "class/drm/card0/dev": "1",
      "class/drm/card0-HDMI-A-1/status": "connected\n",
      "class/drm/card0-HDMI-A-1/modes": "1920x1080\n1280x720\n",
      "class/drm/card0-HDMI-A-1/edid": edid,
      "class/drm/card0-VGA-1/status": "disconnected\n",
    });
    expect(await linuxDisplays(root)(never)).toEqual([
      { connector: "HDMI-A-1", model: "VG240Y", widthPx: 1920, heightPx: 1080 },
    ]);
    expect(await linuxDisplays(temporaryFolder())(never)).toBeNull();
  });

  test("sound tells its volume and whether it is muted, where amixer says so", async () => {
    const mixer = [
      "Simple mixer control 'Master',0",
      "  Capabilities: pvolume pswitch",
      "  Front Left: Playback 20 [23%] [-46.5dB] [off]",
      "  Front Right: Playback 20 [23%] [-46.5dB] [off]",
      "Simple mixer control 'Capture',0",
      "  Front Left: Capture 40 [88%] [on]",
    ].join("\n");
    expect(parseMixer(mixer)).toEqual({ volumePercent: 23, muted: true });
    expect(parseMixer("amixer: rubbish")).toEqual({ volumePercent: null, muted: null });
    const root = tree({ "asound/cards": " 0 [PCH            ]: HDA-Intel - HDA Intel PCH\n" });
    expect(await linuxSound({ root, amixer: async () => mixer })(never)).toEqual([
      { name: "HDA Intel PCH", muted: true, volumePercent: 23 },
    ]);
  });
});

describe("software and updates", () => {
  const answered =
    (stdout: string, exitCode = 0) =>
    async () => ({ stdout, exitCode });

  test("what somebody asked for is listed, what came along is only counted", async () => {
    const states = join(temporaryFolder(), "extended_states");
    writeFileSync(
      states,
      "Package: libssl3\nArchitecture: amd64\nAuto-Installed: 1\n\nPackage: zip\nAuto-Installed: 0\n",
    );
    const dpkg = "ii \tzip\t3.0-13\nii \tlibssl3\t3.0.15\nrc \tgone\t1\nii \tcurl\t7.88\n";
    expect(await linuxPrograms(answered(dpkg), states)(never)).toEqual({
      total: 3,
      programs: [
        { name: "curl", version: "7.88" },
        { name: "zip", version: "3.0-13" },
      ],
    });
    await expect(linuxPrograms(answered("", 2), states)(never)).rejects.toThrow("dpkg-query ended with 2");
    expect(await linuxPrograms(async () => null, states)(never)).toBeNull();
  });

  test("waiting updates are counted, those for safety apart, and rubbish is no answer", async () => {
    const text = [
      "Reading package lists...",
      "2 upgraded, 0 newly installed, 0 to remove and 0 not upgraded.",
      "Inst curl [7.88-10] (7.88-10+deb12u8 Debian-Security:12/stable-security [amd64])",
      "Inst base-files [12.4] (12.4+deb12u8 Debian:12.8/stable [amd64])",
      "Conf curl (7.88-10+deb12u8 Debian-Security:12/stable-security [amd64])",
    ].join("\n");
    expect(parseSimulation(text)).toEqual({ pending: 2, security: 1 });
    expect(() => parseSimulation("<html>rubbish")).toThrow(UnreadableAnswer);
    await expect(linuxUpdates(answered("", 100))(never)).rejects.toThrow("100");
  });

  test("the long question for updates is put again only when the lists of packages changed", async () => {
    const root = tree({ status: "1" });
    const file = join(root, "status");
    let asked = 0;
    const probe = linuxUpdates(async () => {
      asked += 1;
      return { stdout: `${asked} upgraded, 0 newly installed`, exitCode: 0 };
    }, [file, join(root, "none")]);
    for (let day = 0; day < 3; day++) expect(await probe(never)).toEqual({ pending: 0, security: 0 });
    expect(asked).toBe(1);
    utimesSync(file, 1, 1);
    await probe(never);
    expect(asked).toBe(2);
  });

  test("a restart is due while the system says so", async () => {
    const folder = tree({ release: "12.8", required: "" });
    const at = (name: string) => join(folder, name);
    expect(await linuxRestartNeeded(at("required"), at("release"))(never)).toBe(true);
    expect(await linuxRestartNeeded(at("none"), at("release"))(never)).toBe(false);
    expect(await linuxRestartNeeded(at("none"), at("none"))(never)).toBeNull();
  });
});
