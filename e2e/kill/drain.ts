// Owns the end of the kill test: a kiosk that makes nothing new and ends when the agent has all that was kept.
import { setTimeout as wait } from "node:timers/promises";
import { openHeadlessStation } from "./headlessStation.ts";

const home = process.env["KIDSMART_HOME"];
if (home === undefined) throw new Error("needs KIDSMART_HOME");
const { station, spool } = openHeadlessStation(home);
while (spool.count() > 0) await wait(10);
await station.close();
