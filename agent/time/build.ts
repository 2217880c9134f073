// Owns what this build of the agent is: its version, and the moment before which no right clock can stand.
import packageJson from "../../package.json" with { type: "json" };

/** Written in by the build (agent/build.ts); not there when the agent runs from its sources. */
declare const kidsmartBuild: { readonly version: string; readonly builtAt: number } | undefined;
const build = typeof kidsmartBuild === "undefined" ? undefined : kidsmartBuild;

/** Before the first release: no record can be that old, so such a time was stamped by a dead clock. UTC ms. */
export const plausibleFrom = Date.UTC(2026, 10, 1);

export const agentVersion: string = build?.version ?? packageJson.version;

/** UTC ms. A device whose clock reads earlier has a dead battery (ADR 0006). */
export const builtAt: number = build?.builtAt ?? plausibleFrom;
