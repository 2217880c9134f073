// Owns the inventory: what this machine is. Asked at the start and daily, since most answers come from other programs.
import { createHash } from "node:crypto";
import { hostname } from "node:os";
import type { Inventory } from "../../protocol/records/inventory.ts";

/** Loaded only when asked: the library is large, and the agent is small. */
export async function takeInventory(agentVersion: string): Promise<Inventory> {
  const si = await import("systeminformation");
  // One after another: a small PC must not start ten programs at once while a lesson runs.
  const os = await settle(si.osInfo());
  const system = await settle(si.system());
  const cpu = await settle(si.cpu());
  const memory = await settle(si.mem());
  const disks = await settle(si.diskLayout());
  const modules = await settle(si.memLayout());
  const bios = await settle(si.bios());
  const board = await settle(si.baseboard());
  const chassis = await settle(si.chassis());
  const ids = await settle(si.uuid());
  const graphics = await settle(si.graphics());
  const found = await settle(si.networkInterfaces());
  const networks = found === null ? [] : Array.isArray(found) ? found : [found];
  return {
    hostname: hostname(),
    operatingSystem: [os?.distro, os?.release, os?.codename && `(${os.codename})`].filter(Boolean).join(" "),
    architecture: os?.arch ?? process.arch,
    manufacturer: known(system?.manufacturer),
    model: known(system?.model),
    serial: known(system?.serial),
    processor: [cpu?.manufacturer, cpu?.brand].filter(Boolean).join(" "),
    cores: Math.max(1, cpu?.cores ?? 1),
    memoryMiB: mebibytes(memory?.total ?? 0),
    disks: (disks ?? []).map(({ name, device, size, type, serialNum }) => ({
      // The kernel's name, as in the condition: "sda", "PhysicalDrive0".
      name: device.replace(/^(\/dev\/|\\\\\.\\)/, "").replace(/^PHYSICALDRIVE/, "PhysicalDrive") || name,
      sizeMiB: mebibytes(size),
      kind: known(type),
      model: known(name),
      serial: known(serialNum),
    })),
    displays: (graphics?.displays ?? []).map(({ vendor, model, serial, resolutionX, resolutionY }) => ({
      model: known(model),
      widthPx: resolutionX ?? null,
      heightPx: resolutionY ?? null,
      maker: known(vendor),
      serial: known(serial),
    })),
    networks: networks
      .filter(({ internal, virtual, mac }) => !internal && !virtual && mac !== "")
      .map(({ iface, mac, ip4 }) => ({ name: iface, mac, address: known(ip4) })),
    agentVersion,
    bios: bios && {
      vendor: known(bios.vendor),
      version: known(bios.version),
      releasedOn: known(bios.releaseDate),
    },
    board: board && {
      maker: known(board.manufacturer),
      model: known(board.model),
      serial: known(board.serial),
    },
    chassis: chassis && {
      kind: known(chassis.type),
      serial: known(chassis.serial),
      assetTag: known(chassis.assetTag),
    },
    memoryModules: (modules ?? [])
      .filter(({ size }) => size > 0)
      .map(({ bank, size, type, manufacturer, partNum, serialNum }) => ({
        slot: known(bank),
        sizeMiB: mebibytes(size),
        kind: known(type),
        maker: known(manufacturer),
        part: known(partNum),
        serial: known(serialNum),
      })),
    machineUuid: known(ids?.hardware),
  };
}

/** Equal for equal machines. */
export const inventoryHash = (inventory: Inventory): string =>
  createHash("sha256").update(JSON.stringify(inventory)).digest("hex");

const mebibytes = (bytes: number) => Math.round(bytes / 1024 ** 2);

/** The library's words for "not told". */
function known(text: string | undefined | null): string | null {
  const trimmed = text?.trim() ?? "";
  return trimmed === "" ||
    trimmed === "-" ||
    /^(unknown|to be filled by o\.e\.m\.|default string|not specified|none|empty|(system|chassis|base board) .*(number|tag)|0+)$/i.test(
      trimmed,
    )
    ? null
    : trimmed;
}

/** One part that cannot be told leaves its place empty. */
async function settle<Value>(asked: Promise<Value>): Promise<Value | null> {
  const [answer] = await Promise.allSettled([asked]);
  return answer.status === "fulfilled" ? answer.value : null;
}
