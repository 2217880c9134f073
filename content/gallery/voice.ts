// Owns the gallery's voice: the system's own where it has the language, else the pack's recordings.
import type { Locale } from "../../protocol/game.ts";

type Prompt = { keys: readonly string[]; over: (heard: boolean) => void };

export type Voice = {
  speak(keys: readonly string[], interrupt: boolean, over: (heard: boolean) => void): void;
  hush(): void;
};

/** `recordings` is the address of the pack's voice folder for the locale; with `silent` prompts end at once, unheard. */
export function createVoice(options: {
  recordings: string;
  locale: Locale;
  textOf: (key: string) => string;
  silent: boolean;
  /** 0 to 1. */
  volume: number;
}): Voice {
  const waiting: Prompt[] = [];
  let speaking: Prompt | undefined;
  let audio: HTMLAudioElement | undefined;
  const language = options.locale === "vi" ? "vi" : "en";
  const systemVoice = () =>
    window.speechSynthesis?.getVoices().find((voice) => voice.lang.toLowerCase().startsWith(language));

  const next = () => {
    speaking = waiting.shift();
    const prompt = speaking;
    if (!prompt) return;
    const end = (heard: boolean) => {
      if (speaking !== prompt) return;
      prompt.over(heard);
      next();
    };
    const voice = systemVoice();
    if (voice) {
      const utterance = new SpeechSynthesisUtterance(prompt.keys.map(options.textOf).join(" "));
      utterance.voice = voice;
      utterance.rate = 0.9;
      utterance.volume = options.volume;
      utterance.onend = () => end(true);
      utterance.onerror = () => end(false);
      window.speechSynthesis.speak(utterance);
      return;
    }
    const [first, ...others] = prompt.keys;
    const play = (key: string | undefined, rest: readonly string[]) => {
      if (key === undefined) return end(true);
      audio = new Audio(`${options.recordings}/${key}.opus`);
      audio.volume = options.volume;
      audio.onended = () => speaking === prompt && play(rest[0], rest.slice(1));
      audio.onerror = () => end(false);
      audio.play().catch(() => end(false)); // no touch yet, or no device: said to be unheard
    };
    play(first, others);
  };
  const drop = () => {
    const dropped = [...(speaking ? [speaking] : []), ...waiting.splice(0)];
    speaking = undefined;
    audio?.pause();
    window.speechSynthesis?.cancel();
    for (const prompt of dropped) prompt.over(false);
  };
  return {
    speak(keys, interrupt, over) {
      if (options.silent) return over(false);
      if (interrupt) drop();
      waiting.push({ keys, over });
      if (!speaking) next();
    },
    hush: drop,
  };
}
