// Owns the power of Linux: mains and batteries from the kernel's files.
import { join } from "node:path";
import type { BatteryCondition, Condition } from "../../../protocol/records/condition.ts";
import { listNames, readText, readWhole } from "../files.ts";
import type { Probe } from "../probe.ts";

type PowerCondition = NonNullable<Condition["power"]>;

const mostBatteries = 8;
/** A desktop does not grow a battery by the minute. */
const restQuestions = 9;
const states: Readonly<Record<string, BatteryCondition["state"]>> = {
  Charging: "charging",
  Discharging: "discharging",
  Full: "full",
  "Not charging": "idle",
};

export function linuxPower(root = "/sys"): Probe<PowerCondition> {
  const supplies = join(root, "class/power_supply");
  /** Questions until it is looked again whether a machine without any supply has one now. */
  let rest = 0;
  return async () => {
    if (rest > 0) {
      rest -= 1;
      return { onMains: null, batteries: [] };
    }
    const batteries: BatteryCondition[] = [];
    let onMains: boolean | null = null;
    const names = await listNames(supplies);
    if (names.length === 0) rest = restQuestions;
    for (const name of names) {
      const folder = join(supplies, name);
      const type = await readText(join(folder, "type"));
      if (type === "Mains" || type === "USB") {
        // A USB supply that is offline is only a socket; one that is online feeds the machine.
        const online = (await readWhole(join(folder, "online"))) === 1;
        if (type === "Mains") onMains = onMains === true || online;
        else if (online) onMains = true;
      } else if (type === "Battery" || type === "UPS") {
        // The battery of a wireless mouse is not the machine's.
        if ((await readText(join(folder, "scope"))) === "Device") continue;
        const battery = await readBattery(folder, name, type === "UPS" ? "ups" : "battery");
        if (batteries.length < mostBatteries) batteries.push(battery);
      }
    }
    // Without a mains supply to ask, batteries tell: one that is drained says there is none.
    if (onMains === null && batteries.length > 0)
      onMains = batteries.every(({ state }) => state !== "discharging");
    return { onMains, batteries };
  };
}

async function readBattery(
  folder: string,
  name: string,
  kind: BatteryCondition["kind"],
): Promise<BatteryCondition> {
  const number = (file: string) => readWhole(join(folder, file));
  const percent = await number("capacity");
  const full = (await number("energy_full")) ?? (await number("charge_full"));
  const designed = (await number("energy_full_design")) ?? (await number("charge_full_design"));
  const wear = full === null || designed === null || designed <= 0 ? null : (1 - full / designed) * 100;
  return {
    name,
    kind,
    percent: percent === null ? null : Math.min(100, Math.max(0, percent)),
    state: states[(await readText(join(folder, "status"))) ?? ""] ?? null,
    wearPercent: wear === null ? null : Math.round(Math.min(100, Math.max(0, wear))),
  };
}
