// Owns what Prometheus is told of every device. Pure.
// Written by hand and not through the library that tells the hub's own figures: that one needs half a second and more for 10,000 devices,
// in which nothing else of the hub would run (ADR 0038).
import type { DeviceRow } from "../api/devices.ts";

export type DeviceFigures = DeviceRow & {
  /** Device minus hub, ms; null when unknown. */
  readonly clockErrorMs: number | null;
};

type DeviceMetric = {
  readonly name: string;
  readonly help: string;
  /** Null: this device does not tell; it then has no line. */
  readonly value: (device: DeviceFigures) => number | null;
};

const perCent = (value: number | null) => (value === null ? null : value / 100);
const ifOnline = (device: DeviceFigures, value: number | null) =>
  device.reachability === "online" ? value : null;

/** In base units, as Prometheus asks for: seconds, bytes, ratios. */
const deviceMetrics: readonly DeviceMetric[] = [
  {
    name: "up",
    help: "1 while the device is connected",
    value: ({ reachability }) => (reachability === "online" ? 1 : 0),
  },
  {
    name: "problem",
    help: "0 well or off, 1 worth a look, 2 in trouble",
    value: ({ light }) => ({ green: 0, grey: 0, yellow: 1, red: 2 })[light],
  },
  { name: "cpu_ratio", help: "Busy share of all cores", value: ({ cpuPercent }) => perCent(cpuPercent) },
  {
    name: "memory_ratio",
    help: "Used share of memory",
    value: ({ memoryPercent }) => perCent(memoryPercent),
  },
  { name: "temperature_celsius", help: "Hottest sensor", value: ({ temperatureC }) => temperatureC },
  {
    name: "disk_free_bytes",
    help: "Free space of the data disk",
    value: (device) =>
      ifOnline(device, device.diskFreeMiB === null ? null : device.diskFreeMiB * 1024 * 1024),
  },
  {
    name: "clock_error_seconds",
    help: "Device's clock minus the hub's",
    value: (device) => ifOnline(device, device.clockErrorMs === null ? null : device.clockErrorMs / 1000),
  },
  {
    name: "last_seen_timestamp_seconds",
    help: "When the device was last heard of",
    value: ({ lastSeenAt }) => (lastSeenAt === null ? null : lastSeenAt / 1000),
  },
];

/** Text format 0.0.4; one block a metric, one line a device. */
export function deviceMetricsText(devices: readonly DeviceFigures[]): string {
  const labels = devices.map(labelsOf);
  const blocks = deviceMetrics.map(({ name, help, value }) => {
    const full = `kidsmart_device_${name}`;
    let block = `# HELP ${full} ${help}\n# TYPE ${full} gauge\n`;
    for (const [index, device] of devices.entries()) {
      const figure = value(device);
      if (figure !== null) block += `${full}{${labels[index]}} ${figure}\n`;
    }
    return block;
  });
  let info = "# HELP kidsmart_device_info Versions\n# TYPE kidsmart_device_info gauge\n";
  for (const [index, { agentVersion, kioskVersion }] of devices.entries())
    info += `kidsmart_device_info{${labels[index]},agent="${labelValue(agentVersion ?? "")}",kiosk="${labelValue(kioskVersion ?? "")}"} 1\n`;
  return blocks.join("") + info;
}

function labelsOf({ deviceId, name, roomName, kind, stationNumber }: DeviceFigures): string {
  const station = stationNumber === null ? "" : String(stationNumber);
  return `device="${deviceId}",name="${labelValue(name)}",room="${labelValue(roomName ?? "")}",kind="${kind}",station="${station}"`;
}

/** Label values: backslash, quote and line feed. */
const labelValue = (text: string) =>
  text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
