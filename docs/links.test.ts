// Keeps the documents' references true: links to files, links to headings, and the numbers of decisions named in code.
import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const root = dirname(import.meta.dirname);
const ignored = ["node_modules", "dist", ".cache", ".kidsmart", ".git"];
const find = (pattern: string) =>
  globSync(pattern, { cwd: root, exclude: (path) => ignored.includes(path.split(/[\\/]/)[0] ?? "") }).map(
    (path) => join(root, path),
  );

/** As the usual viewers make anchors: small letters, spaces to dashes, other signs gone. */
const anchorOf = (heading: string) =>
  heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replace(/\s/g, "-");
const anchorsIn = (page: string) =>
  new Set([...withoutCode(page).matchAll(/^#{1,6} +(.+)$/gm)].map(([, heading]) => anchorOf(heading ?? "")));
const withoutCode = (page: string) => page.replace(/^ *```[\s\S]*?^ *```/gm, "");

function brokenLinks(file: string): string[] {
  const page = withoutCode(readFileSync(file, "utf8")).replace(/`[^`]*`/g, "");
  return [...page.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = ""]) => {
    if (/^[a-z]+:/.test(target)) return [];
    const [path = "", anchor] = target.split("#");
    const goal = path === "" ? file : resolve(dirname(file), decodeURIComponent(path));
    const from = relative(root, file);
    if (!existsSync(goal)) return [`${from}: ${target} does not exist`];
    if (anchor === undefined || statSync(goal).isDirectory()) return [];
    const known = anchorsIn(readFileSync(goal, "utf8"));
    return known.has(decodeURIComponent(anchor)) ? [] : [`${from}: ${target} has no such heading`];
  });
}

describe("the documents", () => {
  it("link only to files and headings that exist", () => {
    const pages = find("**/*.md");
    expect(pages.length).toBeGreaterThan(20);
    expect(pages.flatMap(brokenLinks)).toEqual([]);
  });

  const decisions = find("docs/adr/[0-9]*.md").map((file) => relative(join(root, "docs", "adr"), file));

  it("list every decision in the index, and each has its four headings", () => {
    const index = readFileSync(join(root, "docs", "adr", "README.md"), "utf8");
    expect(decisions.filter((file) => !index.includes(`](${file})`))).toEqual([]);
    for (const file of decisions) {
      const page = readFileSync(join(root, "docs", "adr", file), "utf8");
      const headings = [...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
      expect(headings.slice(0, 4), file).toEqual(["Status", "Context", "Decision", "Consequences"]);
    }
  });

  it("hold every decision that the code names", () => {
    const known = new Set(decisions.map((file) => file.slice(0, 4)));
    const unknown = find("**/*.{ts,tsx,mjs}").flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/ADR (\d{4})/g)]
        .filter(([, number = ""]) => !known.has(number))
        .map(([name]) => `${relative(root, file)}: ${name}`),
    );
    expect(unknown).toEqual([]);
  });
});
