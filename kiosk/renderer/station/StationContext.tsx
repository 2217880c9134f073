// Owns how components reach the station: its state by selector, and what they may do to it.
import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { Speaker } from "../speech/speaker.ts";
import { type Words, wordsOf } from "../words.ts";
import type { StationState, StationStore } from "./stationStore.ts";

export type Station = StationStore & { readonly speaker: Speaker };

const context = createContext<Station | null>(null);
export const StationProvider = context.Provider;

export function useStation(): Station {
  const station = useContext(context);
  if (station === null) throw new Error("no station around this component");
  return station;
}

export const useStationState = <Selected,>(select: (state: StationState) => Selected): Selected =>
  useStore(useStation().store, select);

export const useWords = (): Words =>
  wordsOf(useStationState((state) => state.status?.config?.locale ?? "vi"));
