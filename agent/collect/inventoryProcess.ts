// Owns the program that prints this machine's inventory as JSON. A process of its own: what the question costs in memory ends with it.
import { agentVersion } from "../time/build.ts";
import { takeInventory } from "./inventory.ts";

process.stdout.write(JSON.stringify(await takeInventory(agentVersion)));
