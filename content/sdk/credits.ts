// Owns the credits that most games share, so that a manifest only names the files. One file may stand in several.
import type { Credit } from "../../protocol/game.ts";

const authors = "The Kidsmart authors";

/** Pictures from the open set Fluent Emoji Flat, unchanged or as a part of a larger picture. */
export const fluentEmoji = (...files: string[]): Credit => ({
  files,
  author: "Microsoft Corporation",
  source:
    "Fluent Emoji Flat, https://github.com/microsoft/fluentui-emoji, by the package @iconify-json/fluent-emoji-flat",
  licence: "MIT",
});

/** Pictures drawn for this game. */
export const drawnHere = (...files: string[]): Credit => ({
  files,
  author: authors,
  source: "drawn for this game",
  licence: "MIT",
});

/** The bundled recordings, made by `npm run games -- voice`. */
export const spokenByMachine = (): Credit => ({
  files: ["voice/vi/*.opus", "voice/en/*.opus"],
  author: authors,
  source: "spoken by eSpeak NG, a GPL-3.0-or-later program whose licence does not cover what it speaks",
  licence: "MIT",
});
