// Owns the chosen language of what the hub tells of games in both, and where their pictures and trials are.
import { useTranslation } from "react-i18next";
import type { GameMode } from "../../../protocol/game.ts";

type Words = { readonly vi: string; readonly en: string };

export function useWordsOf(): (words: Words) => string {
  const { i18n } = useTranslation();
  return (words) => (i18n.language === "en" ? words.en : words.vi);
}

export const pictureOf = (gameId: string, path: string): string => `/games/${gameId}/${path}`;

export const pageOf = (gameId: string): string => `/houses/${gameId}`;

/** The hub's page that plays a game as at a station, recording nothing; from there back to the game's page. */
export function tryAddress(gameId: string, level: string, mode: GameMode, language: string): string {
  const locale = language === "en" ? "en" : "vi";
  return `/screen/try?${new URLSearchParams({ game: gameId, level, mode, locale, back: pageOf(gameId) })}`;
}
