// Owns the routes of the games.
import type { GameUseQuery, gameRoutes } from "../../api/games.ts";
import type { GameReports } from "../../games/gameReports.ts";
import { type Refusal, refuse } from "../refusal.ts";
import type { Handlers } from "../routeHandlers.ts";

export function gameHandlers(games: GameReports): Handlers<keyof typeof gameRoutes> {
  return {
    async listGames({ query }) {
      return disorderlySpan(query) ?? { ok: true, value: await games.list(query) };
    },
    async showGame({ params, query }) {
      return disorderlySpan(query) ?? games.show(params.gameId, query);
    },
  };
}

/** Two school years with their summers: nobody compares more, and every week is a row. */
const longestSpanMs = 800 * 86_400_000;

export function disorderlySpan({ from, until }: GameUseQuery): Refusal | undefined {
  const ms = Date.parse(until) - Date.parse(from);
  if (ms >= 0 && ms <= longestSpanMs) return undefined;
  return refuse("INVALID_INPUT", {
    detail: `${from} to ${until}`,
    message: "Khoảng ngày này ngược hoặc dài hơn hai năm học nên chưa xem được. Hãy chọn khoảng ngắn hơn.",
  });
}
