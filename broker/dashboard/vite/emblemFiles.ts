// Owns the pictures' way into the build: each listed emblem becomes one small SVG file under /emblems.
import type { Plugin } from "vite";
import { classroomPictures } from "../../../protocol/documents/classroomPictures.ts";
import { emblemNames } from "../parts/emblemNames.ts";
import { partPictures } from "../tickets/partPictures.ts";

/** What classroom screens show is chosen from pictures too. */
const served: readonly string[] = [
  ...new Set<string>([...emblemNames, ...classroomPictures, ...Object.values(partPictures)]),
];

type IconSet = {
  readonly width: number;
  readonly height: number;
  readonly icons: Record<string, { readonly body: string }>;
};

async function readIconSet(): Promise<IconSet> {
  // A variable, so that the type checker does not read nine megabytes of JSON.
  const source = "@iconify-json/fluent-emoji-flat/icons.json";
  const module: { default: IconSet } = await import(source, { with: { type: "json" } });
  return module.default;
}

function drawEmblem(set: IconSet, name: string): string {
  const icon = set.icons[name];
  if (icon === undefined) throw new Error(`the icon set has no "${name}"`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${set.width} ${set.height}">${icon.body}</svg>`;
}

export function emblemFiles(): Plugin {
  return {
    name: "kidsmart-emblem-files",
    async generateBundle() {
      const set = await readIconSet();
      for (const name of served)
        this.emitFile({ type: "asset", fileName: `emblems/${name}.svg`, source: drawEmblem(set, name) });
    },
    configureServer(server) {
      server.middlewares.use("/emblems", async (request, response, next) => {
        const name = served.find((candidate) => request.url === `/${candidate}.svg`);
        if (name === undefined) return next();
        response.setHeader("content-type", "image/svg+xml");
        response.end(drawEmblem(await readIconSet(), name));
      });
    },
  };
}
