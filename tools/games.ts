// Owns `npm run games`: a gallery to play every game, `check` to validate them, `voice` to record their prompts.
import { existsSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { buildContent } from "../content/catalogue/buildContent.ts";
import { writeCredits } from "../content/catalogue/credits.ts";
import { drawLevelPictures } from "../content/catalogue/drawLevelPictures.ts";
import { extractPictures } from "../content/catalogue/extractPictures.ts";
import { listGameFolders, loadGame } from "../content/catalogue/listGames.ts";
import { recordVoice } from "../content/catalogue/recordVoice.ts";
import { serveGallery } from "../content/catalogue/serveGallery.ts";
import { watchContent } from "../content/catalogue/watchContent.ts";
import { checkGames } from "../content/robot/checkCommand.ts";
import { runRobot } from "../content/robot/robotCommand.ts";
import { runShots } from "../content/robot/shotsCommand.ts";
import { root } from "./root.ts";

const [action = "gallery", first] = process.argv.slice(2);
const only = first?.startsWith("-") ? undefined : first;
const templateFolder = join(root, "content", "template");
const isTemplate = only !== undefined && existsSync(join(templateFolder, only, "manifest.ts"));
// The template is a game like any other, but no child ever meets it.
const gamesFolder = isTemplate ? templateFolder : join(root, "content", "games");
const outFolder = join(root, "dist", isTemplate ? "template" : "content");
const folders = listGameFolders(gamesFolder).filter(
  (folder) => only === undefined || basename(folder) === only,
);
if (folders.length === 0) throw new Error(`no game is called "${only}"`);

/** A game that does not build is no reason not to show the others. */
function onFailed(id: string, error: unknown): void {
  console.error(`${id}: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

async function showGallery(): Promise<void> {
  const { games } = await buildContent({ gamesFolder, outFolder, onFailed });
  process.exitCode = 0;
  const watch = watchContent({
    folders: [gamesFolder, join(root, "content", "sdk"), join(root, "protocol")],
    command: [
      process.execPath,
      import.meta.filename,
      "build",
      ...(isTemplate && only !== undefined ? [only] : []),
    ],
    onBuilt: (faults) => console.log(faults.length === 0 ? "Built again." : faults.join("\n")),
  });
  const gallery = await serveGallery({ root, outFolder, building: watch.state, port: 8090 });
  console.log(`Gallery: ${gallery.address}
${games.length} game(s). A game is built again whenever a file of it changes. Ctrl-C stops it.`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      watch.close();
      void gallery.close().then(() => process.exit(0));
    });
  }
}

switch (action) {
  case "gallery":
    await showGallery();
    break;
  // What the gallery starts after every change.
  case "build":
    await buildContent({ gamesFolder, outFolder, onFailed });
    break;
  case "check": {
    const faults = await checkGames({ gamesFolder, outFolder, only, print: console.log });
    console.log(faults === 0 ? "All games are in order." : `${faults} fault(s).`);
    process.exitCode = faults === 0 ? 0 : 1;
    break;
  }
  case "voice":
    for (const folder of folders) {
      const game = await loadGame(folder);
      if (!game.ok) throw new Error(game.detail);
      const { made, kept, removed } = recordVoice(game.value);
      console.log(`${game.value.manifest.id}: ${made} recorded, ${kept} unchanged, ${removed} removed`);
    }
    break;
  case "credits":
    for (const folder of folders) {
      const game = await loadGame(folder);
      if (!game.ok) throw new Error(game.detail);
      writeFileSync(join(folder, "CREDITS.md"), writeCredits(game.value.manifest));
      console.log(`${game.value.manifest.id}: CREDITS.md written`);
    }
    break;
  case "pictures":
    for (const folder of folders) {
      const made = [...extractPictures(folder), ...(await drawLevelPictures(folder))];
      console.log(`${folder}: ${made.join(" ")}`);
    }
    break;
  case "robot":
    process.exitCode = await runRobot(process.argv.slice(3), { gamesFolder, print: console.log });
    break;
  case "shots":
    process.exitCode = await runShots(process.argv.slice(3), { root, print: console.log });
    break;
  default:
    console.error("usage: npm run games [-- check | voice | pictures | credits | shots | robot] [GAME]");
    process.exitCode = 2;
}
