// Owns the games' names on the dashboard. The contract carries ids; the titles stand in the catalogue that the hub gives to stations.
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Catalogue } from "../../../protocol/game.ts";

const cataloguePath = "/catalogue.json";

async function fetchTitles(signal: AbortSignal): Promise<ReadonlyMap<string, { vi: string; en: string }>> {
  const response = await fetch(cataloguePath, { signal });
  // A hub without built games has no catalogue: ids in words will do.
  if (!response.ok) return new Map();
  const { games } = (await response.json()) as Catalogue;
  return new Map(games.map(({ id, title }) => [id, title]));
}

/** An unknown game reads as its id in words: "big-and-small" → "Big and small". */
export function useGameTitle(): (gameId: string) => string {
  const { i18n } = useTranslation();
  const titles = useQuery({
    queryKey: ["catalogue"],
    queryFn: ({ signal }) => fetchTitles(signal),
    staleTime: 10 * 60_000,
  }).data;
  return (gameId) => {
    const title = titles?.get(gameId);
    if (title !== undefined) return i18n.language === "en" ? title.en : title.vi;
    const words = gameId.replaceAll("-", " ");
    return words.charAt(0).toUpperCase() + words.slice(1);
  };
}
