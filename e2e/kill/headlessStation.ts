// Owns a kiosk without its window: the real spool, link and station of the main process.
import { join } from "node:path";
import { openAgentLink } from "../../kiosk/main/agentLink.ts";
import { openDocuments } from "../../kiosk/main/documents.ts";
import { openPinKeeper } from "../../kiosk/main/pinKeeper.ts";
import { openSpool, type Spool } from "../../kiosk/main/spool.ts";
import { openStation, type Station } from "../../kiosk/main/station.ts";
import { openVoiceFiles } from "../../kiosk/main/voiceFiles.ts";
import { openGamePacks } from "../../runtime/gamePacks.ts";
import { linkPath } from "../../runtime/linkPath.ts";

export function openHeadlessStation(home: string): { station: Station; spool: Spool } {
  const data = join(home, "kiosk");
  const say = (detail: string) => console.error(detail);
  const spool = openSpool(join(data, "spool.db"));
  const documents = openDocuments(join(data, "documents"), say);
  const station = openStation({
    now: Date.now,
    random: Math.random,
    builtAt: 0,
    version: "0.0.0-test",
    shell: "none",
    spool,
    documents,
    pins: openPinKeeper({
      file: join(data, "pinTries.json"),
      pins: () => documents.get("config")?.pins ?? [],
      now: Date.now,
      onProblem: say,
    }),
    packs: openGamePacks({ folder: join(data, "none"), onDamaged: say, onProblem: say }),
    voices: openVoiceFiles({ folder: join(data, "voices"), onDamaged: say, onProblem: say }),
    lesson: { load: () => null, save: () => undefined },
    standing: { load: () => null, save: () => undefined },
    capture: () => Promise.reject(new Error("no window")),
    wait: async () => undefined,
    log: () => "",
    openLink: (events) =>
      openAgentLink({ ...events, path: linkPath(home), random: Math.random, onProblem: say }),
    restart: () => undefined,
    onProblem: say,
  });
  return { station, spool };
}
