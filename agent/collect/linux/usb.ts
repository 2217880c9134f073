// Owns the devices on the USB of Linux.
import { join } from "node:path";
import { listNames, readText } from "../files.ts";
import type { UsbDevice } from "../peripherals.ts";

const hubClass = "09";
/** Input and sound: mice, keyboards and speakers are told under those names already. */
const toldElsewhere = new Set(["01", "03"]);
const mostDevices = 64;

/** `root` is /sys but for tests. Hubs are left out: they are part of the machine. */
export async function findUsb(root: string): Promise<UsbDevice[]> {
  const folder = join(root, "bus/usb/devices");
  const names = await listNames(folder);
  const found: UsbDevice[] = [];
  // "1-2" is a device, "usb1" the root hub, "1-2:1.0" an interface of a device.
  for (const name of names.filter((each) => /^\d+-[\d.]+$/.test(each))) {
    const read = (file: string) => readText(join(folder, name, file));
    const [vendor, product] = [await read("idVendor"), await read("idProduct")];
    if (vendor === null || product === null || (await read("bDeviceClass")) === hubClass) continue;
    const maker = await read("manufacturer");
    const model = await read("product");
    const classes = await Promise.all(
      names
        .filter((each) => each.startsWith(`${name}:`))
        .map((each) => readText(join(folder, each, "bInterfaceClass"))),
    );
    found.push({
      id: `${vendor}:${product}`.toLowerCase(),
      name:
        [maker, model]
          .filter((part) => part !== null)
          .join(" ")
          .slice(0, 200) || null,
      other: !(classes.length > 0 && classes.every((each) => each !== null && toldElsewhere.has(each))),
    });
  }
  return found.slice(0, mostDevices);
}
