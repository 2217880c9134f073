// Owns how long a recording of a sentence may be. Apart from its schemas, so that a page can hold to it without them.

/** Opus in Ogg. */
export const voiceType = "audio/ogg";
/** No longer than a child listens, ms. */
export const longestVoiceMs = 15_000;
/** What 15 s of speech need twice over, bytes. */
export const longestVoiceBytes = 256 * 1024;
