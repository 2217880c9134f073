// Owns the yardstick beside Mosquitto: Aedes alone, relaying, with no registry, no checks and no database behind it.
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { Aedes } from "aedes";

const broker = await Aedes.createBroker({ concurrency: 1000, maxClientsIdLength: 64 });
const server = createServer({ noDelay: true }, broker.handle);
server.listen(0, "127.0.0.1", 1024);
await once(server, "listening");
process.send?.({ port: (server.address() as AddressInfo).port });
process.once("SIGTERM", () => process.exit(0));
