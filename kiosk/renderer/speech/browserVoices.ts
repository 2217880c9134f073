// Owns how a page makes sound: the three voices as a browser has them.
import type { Locale } from "../../../protocol/game.ts";
import { type Speak, type Spoken, speakInOrder, type VoiceLayer } from "./layers.ts";
import type { Piece, Voices } from "./speaker.ts";

export type BrowserVoicesDependencies = {
  /** Address of the teacher's approved recording of this sentence; null when there is none here. */
  readonly ownRecording: (piece: Piece) => string | null;
  /** A voice begins to sound. */
  readonly spokenBy: (layer: VoiceLayer) => void;
};

/** A voice that has not begun by then is taken for one that never will, ms. */
const beginsWithinMs = 4_000;
/** A voice or a recording that never says it ended must not silence the rest, ms. */
const longestPieceMs = 20_000;

export function browserVoices({ ownRecording, spokenBy }: BrowserVoicesDependencies): Voices {
  return {
    play(piece, volume, signal) {
      const own = ownRecording(piece);
      const voice = systemVoice(piece.locale);
      return speakInOrder(
        {
          own: own === null ? null : playRecording(own, volume),
          system: voice === null ? null : utter(piece.text, voice, volume),
          bundled: piece.recording === null ? null : playRecording(piece.recording, volume),
        },
        signal,
        spokenBy,
      );
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

const utter = (text: string, voice: SpeechSynthesisVoice, volume: number): Speak =>
  settledOnce((settle, begun) => {
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.volume = volume;
    utterance.rate = 0.9;
    utterance.onstart = begun;
    utterance.onend = () => settle("heard");
    utterance.onerror = () => settle("failed");
    speechSynthesis.speak(utterance);
    return () => speechSynthesis.cancel();
  });

const playRecording = (address: string, volume: number): Speak =>
  settledOnce((settle, begun) => {
    const sound = new Audio(address);
    sound.volume = volume;
    sound.onplaying = begun;
    sound.onended = () => settle("heard");
    sound.onerror = () => settle("failed");
    sound.play().catch(() => settle("failed"));
    return () => sound.pause();
  });

/** Turns what tells by events into one answer, in time and only once. */
function settledOnce(begin: (settle: (spoken: Spoken) => void, begun: () => void) => () => void): Speak {
  return (tellBegun, signal) => {
    if (signal.aborted) return Promise.resolve("cut");
    return new Promise((resolve) => {
      let over = false;
      const settle = (spoken: Spoken) => {
        if (over) return;
        over = true;
        clearTimeout(timer);
        signal.removeEventListener("abort", cut);
        resolve(spoken);
      };
      const end = (spoken: Spoken) => {
        settle(spoken);
        stop();
      };
      const cut = () => end("cut");
      // Nothing has sounded: the next voice may.
      let timer = setTimeout(() => end("failed"), beginsWithinMs);
      let begun = false;
      const begins = () => {
        // A recording that had to wait for its bytes plays a second time.
        if (over || begun) return;
        begun = true;
        clearTimeout(timer);
        // Most of it was heard by then: another voice must not say it all again.
        timer = setTimeout(cut, longestPieceMs);
        tellBegun();
      };
      signal.addEventListener("abort", cut);
      const stop = begin(settle, begins);
    });
  };
}
