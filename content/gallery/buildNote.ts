// Owns the note about building: something changed, it is being built, it was built, or it does not build.
import { element } from "../sdk/element.ts";
import { type BuildState, buildState } from "./buildState.ts";
import type { Words } from "./words.ts";

const askEveryMs = 600;
const shownMs = 4_000;

export function createBuildNote(words: () => Words) {
  const root = element("div", "build-note", { role: "status" });
  let hide = 0;
  const say = (
    kind: "building" | "built" | "failed" | "lost",
    text: string,
    lines: readonly string[] = [],
  ) => {
    window.clearTimeout(hide);
    root.dataset["kind"] = kind;
    root.replaceChildren(text, ...lines.map((line) => element("pre", "", {}, line)));
  };
  const rest = () => {
    hide = window.setTimeout(() => delete root.dataset["kind"], shownMs);
  };
  let before: BuildState | undefined;
  const ask = async (onBuilt: () => Promise<void>) => {
    const answer = await fetch("./building.json", { cache: "no-store" });
    const state = buildState.parse(await answer.json());
    const isNews = before !== undefined && before.builds !== state.builds;
    if (state.building) say("building", words().building);
    else if (state.faults.length > 0) say("failed", words().failed, state.faults);
    else if (isNews || root.dataset["kind"] === "lost" || before?.building) {
      say("built", words().built(new Date(state.builtAt).toLocaleTimeString("vi-VN")));
      rest();
    }
    before = state;
    if (isNews) await onBuilt();
  };
  return {
    root,
    fail: (line: string) => say("failed", words().failed, [line]),
    /** Asks from now on; `onBuilt` after every build. */
    watch(onBuilt: () => Promise<void>) {
      const again = () => {
        ask(onBuilt)
          .catch((error: unknown) => say("lost", words().lost, [String(error)]))
          .finally(() => window.setTimeout(again, askEveryMs));
      };
      again();
    },
  };
}
