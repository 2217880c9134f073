// Owns building games again while they are written: in a process of its own each time, for a manifest is loaded once only.
import { spawn } from "node:child_process";
import { watch } from "node:fs";
import type { BuildState } from "../gallery/buildState.ts";

export type ContentWatch = {
  state(): BuildState;
  close(): void;
};

/** An editor writes a file in several steps, and several files at once, ms. */
const settlesMs = 150;
const firstFault = 3_000;

/**
 * Runs `command` after every change below `folders`; one at a time, and once more when something changed meanwhile. What
 * it prints on its standard error is the fault. `onBuilt` runs after each.
 */
export function watchContent(options: {
  folders: readonly string[];
  command: readonly [program: string, ...args: string[]];
  onBuilt: (faults: readonly string[]) => void;
}): ContentWatch {
  let state: BuildState = { builds: 0, builtAt: Date.now(), building: false, faults: [] };
  let isDue = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: ReturnType<typeof spawn> | undefined;
  let isClosed = false;

  const build = () => {
    if (running) {
      isDue = true;
      return;
    }
    isDue = false;
    state = { ...state, building: true };
    const [program, ...args] = options.command;
    const child = spawn(program, args, { stdio: ["ignore", "ignore", "pipe"] });
    running = child;
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
    child.once("error", (error) => {
      said += String(error);
    });
    child.once("close", (code) => {
      running = undefined;
      if (isClosed) return;
      const faults = code === 0 ? [] : [said.trim().slice(0, firstFault) || `${program} ended with ${code}`];
      state = { builds: state.builds + 1, builtAt: Date.now(), building: false, faults };
      options.onBuilt(faults);
      if (isDue) build();
    });
  };
  const watches = options.folders.map((folder) =>
    watch(folder, { recursive: true }, (_event, name) => {
      // Names may be absent on some systems; recordings and pictures count, an editor's own files do not.
      if (name !== null && /(~|\.sw\w|\.tmp|\.test\.ts)$/.test(name)) return;
      clearTimeout(timer);
      timer = setTimeout(build, settlesMs);
    }),
  );
  return {
    state: () => state,
    close() {
      isClosed = true;
      clearTimeout(timer);
      for (const each of watches) each.close();
      running?.kill();
    },
  };
}
