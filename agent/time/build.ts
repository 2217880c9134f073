// Owns what this build of the agent is: its version, and the day before which no right clock can stand.
import packageJson from "../../package.json" with { type: "json" };

export const agentVersion: string = packageJson.version;

/** UTC ms. A device whose clock reads earlier has a dead battery (ADR 0006). Moved forward with every release. */
export const builtAt = Date.UTC(2026, 10, 1);
