// Owns the order of voices: the teacher's own recording, a voice of the operating system, the recording that comes with the game.
// Whichever cannot speak gives way to the next one, and a child never hears that something was wrong.

export const voiceLayers = ["own", "system", "bundled"] as const;
export type VoiceLayer = (typeof voiceLayers)[number];

/** `failed`: not a sound was to be had, or it broke off; `cut`: somebody wanted silence. */
export type Spoken = "heard" | "failed" | "cut";

/** Speaks a sentence; `begun` is called when it sounds. */
export type Speak = (begun: () => void, signal: AbortSignal) => Promise<Spoken>;

/** Null or absent: there is no such voice. Resolves with whether the sentence was heard to its end. */
export async function speakInOrder(
  layers: { readonly [Layer in VoiceLayer]?: Speak | null },
  signal: AbortSignal,
  spokenBy: (layer: VoiceLayer) => void,
): Promise<boolean> {
  for (const layer of voiceLayers) {
    const speak = layers[layer] ?? null;
    if (speak === null) continue;
    if (signal.aborted) return false;
    const spoken = await speak(() => spokenBy(layer), signal);
    if (spoken !== "failed") return spoken === "heard";
  }
  return false;
}
