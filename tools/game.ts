// Owns `npm run game -- new NAME`: begins a game from the template and says how to go on.
import { join, relative } from "node:path";
import { newGame } from "../content/catalogue/newGame.ts";
import { root } from "./root.ts";

const [action, name] = process.argv.slice(2);
if (action !== "new" || name === undefined) {
  console.error("usage: npm run game -- new NAME");
  process.exit(2);
}
const begun = newGame({
  templateFolder: join(root, "content", "template"),
  gamesFolder: join(root, "content", "games"),
  name,
});
if (begun.ok) {
  const next = [
    ["npm run games", `play it at http://127.0.0.1:8090/?game=${name} and watch it change as you write`],
    ["content/GUIDE.md", "ten minutes through its files: what to change first"],
    [`npm run games -- voice ${name}`, "when sentences changed: records them"],
    [`npm run games -- check ${name}`, "says what is still missing"],
    [`npm run games -- robot ${name}`, "plays it to the end of every level"],
  ] as const;
  const width = Math.max(...next.map(([command]) => command.length));
  console.log(`${relative(root, begun.value)} is a game that can be played. Now:\n`);
  for (const [command, does] of next) console.log(`  ${command.padEnd(width)}  ${does}`);
} else {
  console.error(begun.detail);
  process.exitCode = 1;
}
