// Owns the one sound of the page: a second one stops the first, and what was heard to its end is remembered.
import { notifications } from "@mantine/notifications";
import { createContext, useContext, useEffect, useMemo, useRef, useState } from "react";
import { useTexts } from "./texts/useTexts.ts";

export type Player = {
  /** Address of what sounds now. */
  readonly playing: string | null;
  /** Addresses that were heard to their end. */
  readonly heard: ReadonlySet<string>;
  /** Plays it from its beginning, or stops it. */
  toggle(address: string): void;
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

export function useMakePlayer(): Player {
  const { t } = useTexts();
  const sound = useRef<HTMLAudioElement | null>(null);
  const [playing, setPlaying] = useState<string | null>(null);
  const [heard, setHeard] = useState<ReadonlySet<string>>(new Set());
  const failed = t("notHeard");
  useEffect(() => () => sound.current?.pause(), []);
  return useMemo(() => {
    const stop = () => {
      sound.current?.pause();
      sound.current = null;
      setPlaying(null);
    };
    const play = (address: string) => {
      stop();
      const own = new Audio(address);
      sound.current = own;
      setPlaying(address);
      const isCurrent = () => sound.current === own;
      own.onended = () => {
        if (!isCurrent()) return;
        setHeard((before) => new Set(before).add(address));
        stop();
      };
      const fail = () => {
        if (!isCurrent()) return;
        stop();
        notifications.show({ color: "red", message: failed });
      };
      own.onerror = fail;
      own.play().catch(fail);
    };
    return {
      playing,
      heard,
      play,
      stop,
      toggle: (address) => (playing === address ? stop() : play(address)),
    };
  }, [playing, heard, failed]);
}
