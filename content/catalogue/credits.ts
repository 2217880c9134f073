// Owns the credits of a pack: which licences may be shipped, which files a line covers, and the CREDITS.md made of them.
import { readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Credit, GameManifest } from "../../protocol/game.ts";
import { type Failure, failure } from "../../protocol/result.ts";

/** SPDX ids of licences that allow a school to use, copy and change what it got. */
export const licences: ReadonlySet<string> = new Set([
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC-BY-3.0",
  "CC-BY-4.0",
  "CC-BY-SA-3.0",
  "CC-BY-SA-4.0",
  "CC0-1.0",
  "ISC",
  "MIT",
  "OFL-1.1",
  "Unlicense",
]);

/** What the kit brings into every pack; the bundler puts a hash into the names. */
export const kitCredits: readonly Credit[] = [
  {
    files: ["assets/baloo-2-*.woff2"],
    author: "The Baloo 2 Project Authors",
    source: "https://github.com/EkType/Baloo2, by the package @fontsource-variable/baloo-2",
    licence: "OFL-1.1",
  },
];

export type CreditFaultCode =
  | "CREDIT_MISSING"
  | "CREDIT_WITHOUT_FILE"
  | "LICENCE_NOT_ALLOWED"
  | "CREDITS_OUTDATED";

/** What the game's own authors wrote; everything else came from somewhere. */
const isProgram = (path: string): boolean => /(\.(ts|tsx|css|html|js|md)|\.json)$/.test(path);

/** Whether `path` is one of those that `pattern` names; `*` stands for anything within one folder. */
export function covers(pattern: string, path: string): boolean {
  const parts = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join("[^/]*")}$`).test(path);
}

/** Pictures, sounds, fonts and the like under a game folder, with forward slashes, sorted. */
export function listAssets(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !isProgram(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

/**
 * Every asset of the game folder has a credit, every file of the pack that came from elsewhere too, every credit has a
 * file and a licence that may be shipped. `packFiles` are the paths of the built pack.
 */
export function checkCredits(
  manifest: GameManifest,
  assets: readonly string[],
  packFiles: readonly string[],
): Failure<CreditFaultCode>[] {
  const credits = manifest.credits ?? [];
  // The bundler's own names have a hash that a manifest cannot know.
  const plain = packFiles.map((path) => path.replace(/^assets\/(.+)-[\w-]{8}(\.\w+)$/, "assets/$1$2"));
  const bundled = plain.filter((path) => path.startsWith("assets/") && !isProgram(path));
  const ownNames = new Set(assets.map((path) => path.slice(path.lastIndexOf("/") + 1)));
  const own = credits.flatMap(({ files }) => files);
  const kit = kitCredits.flatMap(({ files }) => files);
  return [
    ...assets
      .filter((path) => !own.some((pattern) => covers(pattern, path)))
      .map((path) => failure<CreditFaultCode>("CREDIT_MISSING", `no credit of the manifest names ${path}`)),
    ...bundled
      .filter((path) => !ownNames.has(path.slice("assets/".length)))
      .filter((path) => ![...own, ...kit].some((pattern) => covers(pattern, path)))
      .map((path) => failure<CreditFaultCode>("CREDIT_MISSING", `nothing says whose work ${path} is`)),
    ...own
      .filter((pattern) => ![...assets, ...plain].some((path) => covers(pattern, path)))
      .map((pattern) => failure<CreditFaultCode>("CREDIT_WITHOUT_FILE", `no file is called ${pattern}`)),
    ...credits
      .filter(({ licence }) => !licences.has(licence))
      .map(({ files, licence }) =>
        failure<CreditFaultCode>(
          "LICENCE_NOT_ALLOWED",
          `${licence} of ${files.join(", ")}; allowed are ${[...licences].join(", ")}`,
        ),
      ),
  ];
}

const mitText = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** The pack's CREDITS.md: a line for every credit, and the notice that MIT wants to travel with its files. */
export function writeCredits(manifest: GameManifest): string {
  const credits = [...(manifest.credits ?? []), ...kitCredits];
  const lines = credits.map(
    ({ files, author, source, licence }) =>
      `- ${files.map((file) => `\`${file}\``).join(", ")}: ${author}; ${source}; ${licence}`,
  );
  const holders = [
    ...new Set(credits.filter(({ licence }) => licence === "MIT").map(({ author }) => author)),
  ];
  const notice =
    holders.length === 0
      ? []
      : ["## MIT", holders.map((holder) => `Copyright (c) ${holder}`).join("\n\n"), mitText];
  return `${[
    `# Credits of _${manifest.title.vi}_`,
    "Whose work the files of this pack are. Written by `npm run games -- credits` from the game's manifest; what the game draws and sounds by program is the Kidsmart authors' work under MIT.",
    lines.join("\n"),
    ...notice,
  ].join("\n\n")}\n`;
}
