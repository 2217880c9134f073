// Owns what Home Assistant is told: which entities a device has, and their state. Pure.
// Device discovery as Home Assistant has it since 2024.11: one retained message a device with all of its entities.
import { kioskState } from "../../../protocol/records/health.ts";
import type { DeviceRow } from "../../api/devices.ts";
import type { Figures } from "../../hubServices.ts";

type Json = Record<string, unknown>;

export type Told = {
  readonly school: { readonly id: string; readonly name: string };
  readonly version: string;
  readonly discoveryPrefix: string;
  readonly allowCommands: boolean;
};

/** What Home Assistant shows of the machine beside its name. */
export type Machine = {
  readonly manufacturer: string | null;
  readonly model: string | null;
  readonly serial: string | null;
};

export const baseTopic = (schoolId: string) => `kidsmart/${schoolId}`;
/** "online" while the hub is connected, by its last will "offline". */
export const bridgeTopic = (schoolId: string) => `${baseTopic(schoolId)}/bridge`;
export const hubStateTopic = (schoolId: string) => `${baseTopic(schoolId)}/hub/state`;
export const stateTopic = (schoolId: string, deviceId: string) =>
  `${baseTopic(schoolId)}/device/${deviceId}/state`;
export const commandTopic = (schoolId: string, deviceId: string) =>
  `${baseTopic(schoolId)}/device/${deviceId}/command`;
export const discoveryTopic = (prefix: string, id: string) => `${prefix}/device/kidsmart_${id}/config`;

/** Orders a button may give; the payload of its press. */
export const buttonOrders = ["identify", "restartKiosk"] as const;
export type ButtonOrder = (typeof buttonOrders)[number];

const buttonNames: Record<ButtonOrder, { readonly name: string; readonly icon: string }> = {
  identify: { name: "Nhận diện", icon: "mdi:star-circle" },
  restartKiosk: { name: "Khởi động lại màn hình trẻ", icon: "mdi:restart" },
};

/** Entities of every device; `key` is the field of the state message. */
const sensors: Readonly<Record<string, Json>> = {
  connected: { p: "binary_sensor", name: "Kết nối", device_class: "connectivity" },
  problem: { p: "binary_sensor", name: "Cần xem", device_class: "problem" },
  reasons: { p: "sensor", name: "Lý do", icon: "mdi:message-alert-outline" },
  cpu: {
    p: "sensor",
    name: "Bộ xử lý",
    unit_of_measurement: "%",
    state_class: "measurement",
    icon: "mdi:chip",
  },
  memory: {
    p: "sensor",
    name: "Bộ nhớ",
    unit_of_measurement: "%",
    state_class: "measurement",
    icon: "mdi:memory",
  },
  temperature: {
    p: "sensor",
    name: "Nhiệt độ",
    device_class: "temperature",
    unit_of_measurement: "°C",
    state_class: "measurement",
  },
  diskFree: {
    p: "sensor",
    name: "Ổ đĩa còn trống",
    device_class: "data_size",
    unit_of_measurement: "MiB",
    state_class: "measurement",
  },
  kiosk: {
    p: "sensor",
    name: "Màn hình trẻ",
    device_class: "enum",
    options: kioskState.options,
    icon: "mdi:teddy-bear",
  },
  lastSeen: {
    p: "sensor",
    name: "Lần cuối liên lạc",
    device_class: "timestamp",
    entity_category: "diagnostic",
  },
};

export function deviceDiscovery(told: Told, device: DeviceRow, machine: Machine): Json {
  const { school } = told;
  const entities = entitiesOf(device.deviceId, sensors);
  if (told.allowCommands && device.kind !== "office")
    for (const order of buttonOrders)
      entities[order] = {
        p: "button",
        ...buttonNames[order],
        unique_id: `kidsmart_${device.deviceId}_${order}`,
        command_topic: commandTopic(school.id, device.deviceId),
        payload_press: order,
      };
  return {
    device: {
      identifiers: [`kidsmart_${device.deviceId}`],
      name: device.name,
      manufacturer: machine.manufacturer ?? "Kidsmart",
      ...(machine.model === null ? {} : { model: machine.model }),
      ...(machine.serial === null ? {} : { serial_number: machine.serial }),
      ...(device.agentVersion === null ? {} : { sw_version: device.agentVersion }),
      ...(device.roomName === null ? {} : { suggested_area: device.roomName }),
      via_device: `kidsmart_${school.id}`,
    },
    ...common(told),
    state_topic: stateTopic(school.id, device.deviceId),
    components: entities,
  };
}

export function hubDiscovery(told: Told): Json {
  const { school } = told;
  const entities: Record<string, Json> = {
    devicesOnline: {
      p: "sensor",
      name: "Máy đang trực tuyến",
      state_class: "measurement",
      icon: "mdi:desktop-classic",
    },
    devicesKnown: { p: "sensor", name: "Máy đã ghép", state_class: "measurement", icon: "mdi:counter" },
    diskFull: { p: "binary_sensor", name: "Ổ đĩa máy chủ đầy", device_class: "problem" },
  };
  return {
    device: {
      identifiers: [`kidsmart_${school.id}`],
      name: `Kidsmart · ${school.name}`,
      manufacturer: "Kidsmart",
      model: "Máy chủ",
      sw_version: told.version,
    },
    ...common(told),
    state_topic: hubStateTopic(school.id),
    components: entitiesOf(school.id, entities),
  };
}

function common({ school, version }: Told): Json {
  return {
    origin: { name: "Kidsmart", sw_version: version },
    availability: [{ topic: bridgeTopic(school.id) }],
    qos: 1,
  };
}

function entitiesOf(owner: string, entities: Readonly<Record<string, Json>>): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(entities).map(([key, entity]) => [
      key,
      { ...entity, unique_id: `kidsmart_${owner}_${key}`, value_template: `{{ value_json.${key} }}` },
    ]),
  );
}

const onOff = (on: boolean) => (on ? "ON" : "OFF");

/** Null becomes "None" in Home Assistant's template, which it shows as unknown. */
export function deviceState(device: DeviceRow): Json {
  const online = device.reachability === "online";
  return {
    connected: onOff(online),
    problem: onOff(device.light === "red" || device.light === "yellow"),
    // A state of Home Assistant has at most 255 characters.
    reasons: device.reasons.join(" ").slice(0, 255) || "Không có",
    cpu: device.cpuPercent,
    memory: device.memoryPercent,
    temperature: device.temperatureC,
    diskFree: online ? device.diskFreeMiB : null,
    kiosk: online ? (device.kiosk?.state ?? "off") : null,
    lastSeen: device.lastSeenAt === null ? null : new Date(device.lastSeenAt).toISOString(),
  };
}

export function hubState({ devices, diskFull }: Pick<Figures, "devices" | "diskFull">): Json {
  return { devicesOnline: devices.online, devicesKnown: devices.known, diskFull: onOff(diskFull) };
}
