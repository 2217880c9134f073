// Owns which columns a person has chosen, remembered in this browser for that person.
import { useState } from "react";
import { useAccount } from "../account/account.ts";
import { type ColumnKey, chosenFrom, columnKeys } from "./columns.ts";

export type ChosenColumns = {
  readonly chosen: readonly ColumnKey[];
  readonly choose: (keys: readonly ColumnKey[]) => void;
  readonly reset: () => void;
};

export function useColumns(): ChosenColumns {
  const { staffId } = useAccount();
  const place = `kidsmart.fleetColumns.${staffId}`;
  const [chosen, setChosen] = useState(() => chosenFrom(remembered(place)));
  return {
    chosen,
    choose(keys) {
      const next = columnKeys.filter((key) => key === "name" || keys.includes(key));
      setChosen(next);
      remember(place, next.join(","));
    },
    reset() {
      setChosen(chosenFrom(null));
      remember(place, null);
    },
  };
}

/** Browsers may withhold the storage; then the choice lasts as long as the page. */
function remembered(place: string): string | null {
  try {
    return window.localStorage.getItem(place);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

function remember(place: string, value: string | null): void {
  try {
    if (value === null) window.localStorage.removeItem(place);
    else window.localStorage.setItem(place, value);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
