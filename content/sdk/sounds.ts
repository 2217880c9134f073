// Owns sound effects: synthesised here, so that a pack carries none; capped so that no ear is hurt.

/** One voice of an effect: a tone or a breath of noise. Times in ms from the effect's start, pitches in Hz. */
export type Tone = {
  wave: "sine" | "triangle" | "square" | "sawtooth" | "noise";
  at: number;
  lasts: number;
  /** Pitch at the start and, when it glides, along the way. */
  pitch: readonly number[];
  /** Loudness 0–1 at its peak. */
  loud: number;
  /** A filter that shapes a throat out of a buzz: centre in Hz along the way, and sharpness. */
  throat?: { type: "bandpass" | "lowpass"; at: readonly number[]; sharp: number };
  /** Tremble: times a second, and how far 0–1. */
  tremble?: { rate: number; depth: number };
};

export type Effect = readonly Tone[];

const bell = (at: number, pitch: number, loud = 0.3): Tone[] => [
  { wave: "sine", at, lasts: 420, pitch: [pitch], loud },
  { wave: "sine", at, lasts: 200, pitch: [pitch * 2.01], loud: loud * 0.35 },
];

/** The effects every game has. */
export const commonEffects = {
  pop: [{ wave: "sine", at: 0, lasts: 110, pitch: [320, 720], loud: 0.35 }],
  pick: [{ wave: "triangle", at: 0, lasts: 90, pitch: [520, 640], loud: 0.25 }],
  put: [{ wave: "sine", at: 0, lasts: 140, pitch: [420, 210], loud: 0.35 }],
  correct: [...bell(0, 659), ...bell(110, 784), ...bell(220, 1047)],
  gentleNo: [
    { wave: "triangle", at: 0, lasts: 180, pitch: [330, 294], loud: 0.22 },
    { wave: "triangle", at: 170, lasts: 240, pitch: [294, 262], loud: 0.2 },
  ],
  bell: [...bell(0, 1175, 0.35), ...bell(160, 1175, 0.3)],
  whoosh: [
    {
      wave: "noise",
      at: 0,
      lasts: 320,
      pitch: [1],
      loud: 0.25,
      throat: { type: "bandpass", at: [400, 2200], sharp: 1.2 },
    },
  ],
  celebrate: [
    ...bell(0, 523),
    ...bell(120, 659),
    ...bell(240, 784),
    ...bell(360, 1047),
    ...bell(560, 1319, 0.22),
    ...bell(640, 1568, 0.18),
  ],
} satisfies Record<string, Effect>;

export type Sounds = {
  play(effect: Effect): void;
  setVolume(volume: number): void;
  pause(): void;
  resume(): void;
  stop(): void;
};

/** Even at volume 1 effects stay clearly under the voice. */
const cap = 0.45;

/** `volume` 0–1; at 0 nothing is made at all. */
export function createSounds(volume: number): Sounds {
  let context: AudioContext | undefined;
  let master: GainNode | undefined;
  let noise: AudioBuffer | undefined;
  let level = volume;

  /** A context that is closed while it wakes or sleeps rejects; then there is nothing left to change. */
  const settle = (audio: AudioContext, change: Promise<void>) => {
    change.catch((error: unknown) => {
      if (audio.state !== "closed") throw error;
    });
  };
  const open = () => {
    if (context && master) return { context, master };
    context = new AudioContext();
    master = context.createGain();
    master.gain.value = level * cap;
    const limiter = context.createDynamicsCompressor();
    limiter.threshold.value = -14;
    limiter.ratio.value = 12;
    master.connect(limiter).connect(context.destination);
    return { context, master };
  };
  const noiseOf = (audio: AudioContext) => {
    if (noise) return noise;
    noise = audio.createBuffer(1, audio.sampleRate, audio.sampleRate);
    const samples = noise.getChannelData(0);
    let state = 1;
    for (let index = 0; index < samples.length; index += 1) {
      state = (Math.imul(state, 1103515245) + 12345) | 0;
      samples[index] = state / 2147483648;
    }
    return noise;
  };
  const glide = (parameter: AudioParam, values: readonly number[], start: number, seconds: number) => {
    values.forEach((value, index) => {
      const at = start + (seconds * index) / Math.max(1, values.length - 1);
      if (index === 0) parameter.setValueAtTime(value, at);
      else parameter.exponentialRampToValueAtTime(Math.max(1, value), at);
    });
  };
  const sound = (audio: AudioContext, output: GainNode, tone: Tone) => {
    const start = audio.currentTime + 0.01 + tone.at / 1000;
    const seconds = tone.lasts / 1000;
    const gain = audio.createGain();
    gain.gain.setValueAtTime(0, start);
    gain.gain.linearRampToValueAtTime(tone.loud, start + Math.min(0.02, seconds / 4));
    gain.gain.exponentialRampToValueAtTime(0.001, start + seconds);
    let source: AudioScheduledSourceNode;
    if (tone.wave === "noise") {
      const buffer = audio.createBufferSource();
      buffer.buffer = noiseOf(audio);
      buffer.loop = true;
      source = buffer;
    } else {
      const oscillator = audio.createOscillator();
      oscillator.type = tone.wave;
      glide(oscillator.frequency, tone.pitch, start, seconds);
      source = oscillator;
    }
    let tail: AudioNode = source;
    if (tone.throat) {
      const filter = audio.createBiquadFilter();
      filter.type = tone.throat.type;
      filter.Q.value = tone.throat.sharp;
      glide(filter.frequency, tone.throat.at, start, seconds);
      tail = tail.connect(filter);
    }
    if (tone.tremble) {
      const shaking = audio.createGain();
      const shaker = audio.createOscillator();
      const depth = audio.createGain();
      shaker.frequency.value = tone.tremble.rate;
      depth.gain.value = tone.tremble.depth / 2;
      shaking.gain.value = 1 - tone.tremble.depth / 2;
      shaker.connect(depth).connect(shaking.gain);
      shaker.start(start);
      shaker.stop(start + seconds);
      tail = tail.connect(shaking);
    }
    tail.connect(gain).connect(output);
    source.start(start);
    source.stop(start + seconds + 0.02);
  };
  return {
    play(effect) {
      if (level === 0) return;
      const audio = open();
      // A browser starts silent until the first touch; an effect before it is simply not heard.
      if (audio.context.state === "suspended") settle(audio.context, audio.context.resume());
      for (const tone of effect) sound(audio.context, audio.master, tone);
    },
    setVolume(next) {
      level = next;
      if (master) master.gain.value = next * cap;
    },
    pause() {
      if (context) settle(context, context.suspend());
    },
    resume() {
      if (context) settle(context, context.resume());
    },
    stop() {
      if (context) settle(context, context.close());
      context = undefined;
      master = undefined;
      noise = undefined;
    },
  };
}
