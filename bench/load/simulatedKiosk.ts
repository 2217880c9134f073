// Owns a simulated kiosk: it connects to its agent's link as the real one does and says that children play.
import { connect } from "node:net";
import type { GameId } from "../../protocol/game.ts";
import type { KioskMessage } from "../../protocol/link.ts";
import type { KioskState } from "../../protocol/records/health.ts";

/** What a room in the middle of a lesson looks like: mostly games, some children still choosing. */
const shown: readonly KioskState[] = ["game", "game", "menu", "game", "game"];

export function startSimulatedKiosk(linkPath: string, number: number): { stop(): void } {
  const socket = connect(linkPath);
  const say = (message: KioskMessage) => socket.write(`${JSON.stringify(message)}\n`);
  const state = shown[number % shown.length] ?? "game";
  socket.on("connect", () => {
    say({ type: "hello", kiosk: "0.0.0-simulated", have: { plan: 0, config: 0, content: 0 } });
    say({
      type: "live",
      live: {
        state,
        gameId: state === "game" ? ("count-animals" as GameId) : null,
        sessionId: null,
        endAt: null,
        paused: false,
        place: null,
        leadRevision: 0,
        seats: null,
      },
    });
  });
  // Documents and commands come too; nobody is there to see them.
  socket.resume();
  socket.on("error", (error) => console.error(`simulated kiosk ${number}: ${error.message}`));
  return { stop: () => socket.destroy() };
}
