// Owns the one sound of the page: a second one stops the first, and what was heard to its end is remembered.
import { notifications } from "@mantine/notifications";
import { createContext, useContext, useEffect, useState } from "react";
import { type StoreApi, useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import { useTexts } from "./texts/useTexts.ts";

type Sounding = {
  /** Address of what sounds now. */
  readonly playing: string | null;
  /** Addresses that were heard to their end. */
  readonly heard: ReadonlySet<string>;
};
export type Player = {
  readonly sounding: StoreApi<Sounding>;
  /** From its beginning. */
  play(address: string): void;
  stop(): void;
};

const context = createContext<Player | null>(null);
export const PlayerProvider = context.Provider;

export function usePlayer(): Player {
  const player = useContext(context);
  if (player === null) throw new Error("usePlayer stands outside of the page of voices");
  return player;
}
/** A page has hundreds of buttons: only those that change are drawn anew. */
export const usePlaying = (address: string): boolean =>
  useStore(usePlayer().sounding, ({ playing }) => playing === address);
export const useHeard = (address: string): boolean =>
  useStore(usePlayer().sounding, ({ heard }) => heard.has(address));

export function useMakePlayer(): Player {
  const { t } = useTexts();
  const failed = t("notHeard");
  const [player] = useState(() => makePlayer(() => notifications.show({ color: "red", message: failed })));
  useEffect(() => player.stop, [player]);
  return player;
}

function makePlayer(onFailed: () => void): Player {
  const sounding = createStore<Sounding>(() => ({ playing: null, heard: new Set() }));
  let sound: HTMLAudioElement | null = null;
  const stop = () => {
    sound?.pause();
    sound = null;
    sounding.setState({ playing: null });
  };
  return {
    sounding,
    stop,
    play(address) {
      stop();
      const own = new Audio(address);
      sound = own;
      sounding.setState({ playing: address });
      const fail = () => {
        if (sound !== own) return;
        stop();
        onFailed();
      };
      own.onended = () => {
        if (sound !== own) return;
        stop();
        sounding.setState(({ heard }) => ({ heard: new Set(heard).add(address) }));
      };
      own.onerror = fail;
      own.play().catch(fail);
    },
  };
}
