// Owns the measuring of collectd: its network plugin sends to a socket that counts.
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { type CollectorReading, isInstalled, measureCollector } from "./collector.ts";
import { startMeasured } from "./measuredProcess.ts";

/** Parts of its binary protocol: host, high-resolution time, plugin, values. */
const [pluginPart, valuesPart] = [0x0002, 0x0006];

export async function measureCollectd(): Promise<CollectorReading | null> {
  if (!isInstalled("collectd")) return null;
  const folder = mkdtempSync(join(tmpdir(), "kidsmart-collectd-"));
  const socket = createSocket("udp4");
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  let bytes = 0;
  let samples = 0;
  const plugins = new Set<string>();
  socket.on("message", (packet) => {
    bytes += packet.length;
    let plugin = "";
    for (let at = 0; at + 4 <= packet.length; ) {
      const [type, length] = [packet.readUInt16BE(at), packet.readUInt16BE(at + 2)];
      if (length < 4) break;
      if (type === pluginPart) {
        plugin = packet.toString("latin1", at + 4, at + length - 1);
        plugins.add(plugin);
      }
      // One uptime a sample, whatever else is told.
      if (type === valuesPart && plugin === "uptime") samples += 1;
      at += length;
    }
  });
  const file = join(folder, "collectd.conf");
  writeFileSync(file, configuration(folder, socket.address().port));
  const running = startMeasured("collectd", ["-f", "-C", file]);
  const useful = () =>
    ["cpu", "memory", "df", "uptime", "thermal"].filter((name) => plugins.has(name)).length +
    (plugins.has("interface") ? 2 : 0);
  try {
    return await measureCollector("collectd", running, () => ({ bytes, samples, useful: useful() }));
  } finally {
    await running.stop();
    socket.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function configuration(folder: string, port: number): string {
  const [name = "eth0"] = Object.entries(networkInterfaces()).flatMap(([each, addresses]) =>
    addresses?.some(({ internal }) => !internal) ? [each] : [],
  );
  return `
Hostname "bench"
FQDNLookup false
Interval 1
BaseDir "${folder}"
PIDFile "${folder}/collectd.pid"
TypesDB "/usr/share/collectd/types.db"
LoadPlugin cpu
LoadPlugin memory
LoadPlugin df
LoadPlugin interface
LoadPlugin thermal
LoadPlugin uptime
LoadPlugin network
<Plugin cpu>
  ReportByCpu false
  ReportByState false
  ValuesPercentage true
</Plugin>
<Plugin memory>
  ValuesAbsolute false
  ValuesPercentage true
</Plugin>
<Plugin df>
  MountPoint "/"
</Plugin>
<Plugin interface>
  Interface "${name}"
</Plugin>
<Plugin network>
  Server "127.0.0.1" "${port}"
</Plugin>
`;
}
