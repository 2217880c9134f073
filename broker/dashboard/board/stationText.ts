// Owns the words for what a station shows now.
import { useTranslation } from "react-i18next";
import type { Station } from "../../api/rooms.ts";
import { useGameTitle } from "../text/gameTitle.ts";

/** "Đang chơi: Đếm con vật", or the reachability when nobody can know what it shows. */
export function useStationText(): (station: Pick<Station, "kind" | "kiosk" | "reachability">) => string {
  const { t } = useTranslation();
  const gameTitle = useGameTitle();
  return ({ kind, kiosk, reachability }) => {
    if (reachability !== "online") return t(`reachability.${reachability}`);
    if (kind === "office") return t("kiosk.computerOn");
    if (kiosk === null) return t("kiosk.unknown");
    if (kiosk.locked !== undefined) return t("kiosk.locked");
    if (kiosk.paused) return t("kiosk.paused");
    if (kiosk.state === "game" && kiosk.gameId !== null)
      return t("kiosk.gameNamed", { game: gameTitle(kiosk.gameId) });
    return t(`kiosk.${kiosk.state}`);
  };
}
