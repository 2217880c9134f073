// Owns the list of everything a game told its host, newest last.
import type { GameMessage } from "../../protocol/game.ts";
import { element } from "../sdk/element.ts";
import type { Words } from "./words.ts";

export type Log = {
  readonly root: HTMLElement;
  add(message: GameMessage): void;
  clear(): void;
};

/** Older lines go: a game explored for an hour says thousands. */
const mostLines = 500;

/** `textOf` gives what a prompt says, undefined for one that the manifest lacks. */
export function createLog(words: Words, textOf: (key: string) => string | undefined): Log {
  const lines = element("ol", "log-lines", { id: "messages" });
  const root = element("section", "log", {}, element("h2", "", {}, words.messages), lines);
  const empty = () => lines.replaceChildren(element("li", "log-empty", {}, words.noMessages));
  let openedAt = performance.now();
  let last: { message: string; count: HTMLElement; times: number } | undefined;
  empty();
  return {
    root,
    add(message) {
      lines.querySelector(".log-empty")?.remove();
      const text = JSON.stringify(message);
      // Pings answered every second would push everything else out of sight.
      if (last?.message === text) {
        last.times += 1;
        last.count.textContent = `× ${last.times}`;
        return;
      }
      const seconds = ((performance.now() - openedAt) / 1000).toFixed(2);
      const { type, ...rest } = message;
      const unknown = message.type === "say" ? message.keys.filter((key) => textOf(key) === undefined) : [];
      const count = element("span", "log-count");
      const line = element(
        "li",
        unknown.length > 0 || type === "fault" ? "log-line log-fault" : "log-line",
        { "data-type": type, "data-message": text },
        element("time", "", {}, seconds),
        element("b", "", {}, type),
        element("code", "", {}, Object.keys(rest).length > 0 ? JSON.stringify(rest) : ""),
        count,
      );
      if (message.type === "say")
        line.append(element("q", "", {}, message.keys.map((key) => textOf(key) ?? `[${key}?]`).join(" ")));
      const atEnd = lines.scrollTop + lines.clientHeight >= lines.scrollHeight - 40;
      lines.append(line);
      if (lines.childElementCount > mostLines) lines.firstElementChild?.remove();
      if (atEnd) lines.scrollTop = lines.scrollHeight;
      last = { message: text, count, times: 1 };
    },
    clear() {
      openedAt = performance.now();
      last = undefined;
      empty();
    },
  };
}
