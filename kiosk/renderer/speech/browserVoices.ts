// Owns how a page makes sound: the operating system's voice if it has one for the language, otherwise the recording.
import type { Locale } from "../../../protocol/game.ts";
import type { Piece, Voices } from "./speaker.ts";

/** A voice or a recording that never says it ended must not silence the rest, ms. */
const longestPieceMs = 20_000;

export function browserVoices(): Voices {
  return {
    async play(piece, volume, signal) {
      const voice = systemVoice(piece.locale);
      if (voice !== null) return utter(piece, voice, volume, signal);
      return piece.recording === null ? false : playRecording(piece.recording, volume, signal);
    },
  };
}

function systemVoice(locale: Locale): SpeechSynthesisVoice | null {
  if (typeof speechSynthesis === "undefined") return null;
  const wanted = locale === "vi" ? "vi" : "en";
  // Only voices of this machine: a cloud voice would need a network and send words out.
  return (
    speechSynthesis
      .getVoices()
      .find((voice) => voice.localService && voice.lang.toLowerCase().startsWith(wanted)) ?? null
  );
}

function utter(
  piece: Piece,
  voice: SpeechSynthesisVoice,
  volume: number,
  signal: AbortSignal,
): Promise<boolean> {
  return settleOnce(signal, (settle) => {
    const utterance = new SpeechSynthesisUtterance(piece.text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.volume = volume;
    utterance.rate = 0.9;
    utterance.onend = () => settle(true);
    utterance.onerror = () => settle(false);
    speechSynthesis.speak(utterance);
    return () => speechSynthesis.cancel();
  });
}

function playRecording(address: string, volume: number, signal: AbortSignal): Promise<boolean> {
  return settleOnce(signal, (settle) => {
    const sound = new Audio(address);
    sound.volume = volume;
    sound.onended = () => settle(true);
    sound.onerror = () => settle(false);
    sound.play().catch(() => settle(false));
    return () => sound.pause();
  });
}

function settleOnce(
  signal: AbortSignal,
  begin: (settle: (heard: boolean) => void) => () => void,
): Promise<boolean> {
  if (signal.aborted) return Promise.resolve(false);
  return new Promise((resolve) => {
    const settle = (heard: boolean) => {
      clearTimeout(timer);
      signal.removeEventListener("abort", cut);
      resolve(heard);
    };
    const cut = () => {
      stop();
      settle(false);
    };
    const timer = setTimeout(cut, longestPieceMs);
    signal.addEventListener("abort", cut);
    const stop = begin(settle);
  });
}
