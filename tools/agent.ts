// Owns `npm run agent`: builds the agent when it is stale, then runs it as it runs in a school (ADR 0017).
import { spawn } from "node:child_process";
import { join } from "node:path";
import { leanFlags } from "../agent/leanFlags.ts";
import { ensureBuilt } from "./build.ts";
import { root } from "./root.ts";

await ensureBuilt({ only: ["agent"] });
const agent = spawn(
  process.execPath,
  [...leanFlags, join(root, "dist", "agent", "main.mjs"), ...process.argv.slice(2)],
  {
    stdio: "inherit",
  },
);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => agent.kill(signal));
agent.once("exit", (code) => process.exit(code ?? 1));
