// Owns the measuring of zabbix-agent2: active checks, sent to a server that knows just enough of its protocol to be sent to.
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { type CollectorReading, isInstalled, measureCollector } from "./collector.ts";
import { startMeasured } from "./measuredProcess.ts";

/** "ZBXD", a byte of flags, four of length, four that count when the text is compressed. */
const headerBytes = 13;
const compressed = 0x02;

export async function measureZabbixAgent(): Promise<CollectorReading | null> {
  if (!isInstalled("zabbix_agent2")) return null;
  const folder = mkdtempSync(join(tmpdir(), "kidsmart-zabbix-"));
  let bytes = 0;
  let samples = 0;
  const told = new Set<string>();
  const items = wanted();

  function answer(text: string): unknown {
    const { request, data } = JSON.parse(text) as {
      request: string;
      data?: { key?: string; itemid?: number; state?: number }[];
    };
    if (request === "active checks")
      return {
        response: "success",
        data: items.map((key, place) => ({ key, itemid: place + 1, delay: "1s", lastlogsize: 0, mtime: 0 })),
      };
    for (const { itemid, key, state } of data ?? []) {
      const name = key ?? items[(itemid ?? 0) - 1] ?? "";
      // State 1: it cannot be told.
      if (state !== 1) told.add(name);
      if (name === "system.uptime") samples += 1;
    }
    return { response: "success", info: "processed" };
  }

  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    let received = Buffer.alloc(0);
    socket.on("data", (chunk) => {
      bytes += chunk.length;
      received = Buffer.concat([received, chunk]);
      if (received.length < headerBytes) return;
      const length = received.readUInt32LE(5);
      if (received.length < headerBytes + length) return;
      const body = received.subarray(headerBytes, headerBytes + length);
      const isCompressed = ((received[4] ?? 0) & compressed) !== 0;
      const reply = Buffer.from(
        JSON.stringify(answer((isCompressed ? inflateSync(body) : body).toString("utf8"))),
      );
      const header = Buffer.alloc(headerBytes);
      header.write("ZBXD\x01", "latin1");
      header.writeUInt32LE(reply.length, 5);
      bytes += header.length + reply.length;
      socket.end(Buffer.concat([header, reply]));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const file = join(folder, "agent.conf");
  writeFileSync(file, configuration(folder, address.port, listenPort()));
  const running = startMeasured("zabbix_agent2", ["-f", "-c", file]);
  try {
    return await measureCollector("zabbix_agent2", running, () => ({ bytes, samples, useful: told.size }));
  } finally {
    await running.stop();
    for (const socket of sockets) socket.destroy();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** It takes no port above 32,767, and those that the operating system gives lie above. */
const listenPort = () => 20_000 + Math.floor(Math.random() * 10_000);

function wanted(): string[] {
  const [name = "eth0"] = Object.entries(networkInterfaces()).flatMap(([each, addresses]) =>
    addresses?.some(({ internal }) => !internal) ? [each] : [],
  );
  return [
    "system.cpu.util",
    "vm.memory.size[pavailable]",
    "vfs.fs.size[/,free]",
    `net.if.in[${name}]`,
    `net.if.out[${name}]`,
    "system.uptime",
  ];
}

/** Five samples a message, about as many as the agent's own batches carry. */
const configuration = (folder: string, server: number, listen: number) => `
PidFile=${folder}/agent.pid
LogType=console
Server=127.0.0.1
ServerActive=127.0.0.1:${server}
Hostname=bench
ListenIP=127.0.0.1
ListenPort=${listen}
BufferSend=5
ControlSocket=${folder}/agent.sock
PluginSocket=${folder}/plugin.sock
`;
