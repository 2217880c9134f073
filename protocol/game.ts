// Owns the messages between a game (a guest in a sandboxed iframe) and its host, over one MessagePort (ADR 0011).
import { z } from "zod";

export const ageBand = z.enum(["3-4", "4-5", "5-6"]);
/** Age in years, the Vietnamese mẫu giáo bé, nhỡ and lớn. */
export type AgeBand = z.infer<typeof ageBand>;

export const gameMode = z.enum(["explore", "quiz"]);
/** `explore` is khám phá (free play), `quiz` is hỏi – đáp (questions). */
export type GameMode = z.infer<typeof gameMode>;

export const locale = z.enum(["vi", "en"]);
export type Locale = z.infer<typeof locale>;

export const house = z.enum(["math", "letters", "science", "spaceTime", "thinking"]);
/** The five houses: Nhà Toán, Nhà Chữ, Nhà Khoa học, Nhà Không gian và Thời gian, Nhà Tư duy. */
export type House = z.infer<typeof house>;

export const curriculumDomain = z.enum(["physical", "cognition", "language", "socialEmotional", "aesthetic"]);
export type CurriculumDomain = z.infer<typeof curriculumDomain>;

/** A game's folder name and its origin on a station. */
export const gameId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,40}$/)
  .brand<"GameId">();
export type GameId = z.infer<typeof gameId>;

/** The first message a game's window gets, with the MessagePort as its only transferred object. */
export const portOffer = z.object({ kidsmart: z.literal("port"), protocol: z.literal(1) });

export const hostMessage = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("start"),
    mode: gameMode,
    /** Level id from the game's manifest. */
    level: z.string(),
    ageBand,
    /** 32-bit seed: the same seed gives the same rounds. */
    seed: z.number().int(),
    locale,
    /** Sound effects, 0 (muted) to 1. */
    volume: z.number().min(0).max(1),
    reducedMotion: z.boolean(),
    /** Emblems of the children who share the station, in turn order; empty when one plays alone. */
    turns: z.array(z.string()),
  }),
  z.object({ type: z.literal("pause") }),
  z.object({ type: z.literal("resume") }),
  /** The game answers with `finished` within 500 ms or is closed anyway. */
  z.object({ type: z.literal("stop") }),
  z.object({ type: z.literal("volume"), volume: z.number().min(0).max(1) }),
  /** A prompt ended, was replaced, or could not be spoken. */
  z.object({ type: z.literal("spoken"), id: z.number().int(), heard: z.boolean() }),
  /** Liveness: a game that does not answer with `pong` for 3 s is closed. */
  z.object({ type: z.literal("ping"), n: z.number().int() }),
]);
export type HostMessage = z.infer<typeof hostMessage>;

export const roundsPlayed = z.object({
  rounds: z.number().int().min(0),
  correctFirstTry: z.number().int().min(0),
  hints: z.number().int().min(0),
});
/** What a run amounts to: finished rounds, right at the first try, hints given. */
export type RoundsPlayed = z.infer<typeof roundsPlayed>;

export const gameMessage = z.discriminatedUnion("type", [
  /** Code and pictures are loaded; the host may send `start`. */
  z.object({ type: z.literal("ready") }),
  /** The first picture a child can touch is on screen. */
  z.object({ type: z.literal("interactive") }),
  /** Speak a prompt of the game's manifest. `values` fill `{name}` in the text or pick recordings by `key`. */
  z.object({
    type: z.literal("say"),
    id: z.number().int(),
    /** Prompt keys spoken one after another, e.g. ["count-to", "number-5"]. */
    keys: z.array(z.string().max(80)).min(1).max(12),
    /** Drops what is being spoken; otherwise waits its turn. */
    interrupt: z.boolean(),
  }),
  z.object({ type: z.literal("hush") }),
  z.object({
    type: z.literal("round"),
    index: z.number().int().min(0),
    correctFirstTry: z.boolean(),
    hints: z.number().int().min(0).max(3),
    durationMs: z.number().min(0),
  }),
  /** The game's own end: its last celebration is over. */
  z.object({ type: z.literal("finished"), played: roundsPlayed }),
  z.object({ type: z.literal("pong"), n: z.number().int() }),
  /** An error the game caught; the host closes it and records a fault. */
  z.object({ type: z.literal("fault"), message: z.string().max(2000) }),
]);
export type GameMessage = z.infer<typeof gameMessage>;

const localizedText = z.object({ vi: z.string().min(1), en: z.string().min(1) });

export const credit = z.object({
  /** Paths in the pack; `*` stands for anything within one folder, as in `pictures/*.svg`. */
  files: z.array(z.string().min(1)).min(1),
  /** Who made them. */
  author: z.string().min(1),
  /** Where they come from: an address, a package, or how they were made. */
  source: z.string().min(1),
  /** SPDX id of the licence. */
  licence: z.string().min(1),
});
/** Whose work some files of a pack are, and what allows us to ship them. */
export type Credit = z.infer<typeof credit>;

export const gameManifest = z.object({
  id: gameId,
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  title: localizedText,
  house,
  domains: z.array(curriculumDomain).min(1),
  /** What a child practises, for the teacher. */
  goal: localizedText,
  modes: z.array(gameMode).min(1),
  levels: z
    .array(
      z.object({
        id: z.string().regex(/^[a-z0-9-]{1,20}$/),
        ageBand,
        title: localizedText,
        modes: z.array(gameMode).min(1),
        /** What a child does in it: another kind is another activity, not another number. Absent in older packs. */
        kind: z
          .string()
          .regex(/^[a-zA-Z][a-zA-Z0-9-]{0,39}$/)
          .optional(),
        /** Path of the level's menu picture inside the pack, 4:3; absent in older packs, whose icon is shown instead. */
        picture: z.string().optional(),
      }),
    )
    .min(1),
  /** Every sentence or word the game can ask the host to speak. */
  prompts: z.record(z.string().regex(/^[a-z0-9-]{1,80}$/), localizedText),
  /** Path of the menu picture inside the pack. */
  icon: z.string(),
  /** Covers every file that is not program code. Absent in older packs, which only carry a CREDITS.md. */
  credits: z.array(credit).optional(),
});
export type GameManifest = z.infer<typeof gameManifest>;

export const catalogueEntry = gameManifest.extend({
  /** The ages its levels are for, youngest first. Absent in older catalogues. */
  ageBands: z.array(ageBand).optional(),
  /** Bytes of the pack without and with its recordings. Absent in older catalogues. */
  sizes: z.object({ withoutVoice: z.number().int(), withVoice: z.number().int() }).optional(),
  /** Every file of the built pack: path → { bytes, sha256 hex }. `index.html` is the entry; `voice/<locale>/<key>.opus` the recordings. */
  files: z.record(
    z.string(),
    z.object({ bytes: z.number().int(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  ),
  /** SHA-256 over the manifest and the sorted file hashes: the identity of this build of the pack. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type CatalogueEntry = z.infer<typeof catalogueEntry>;

export const catalogue = z.object({
  games: z.array(catalogueEntry),
  /** What the server of a web screen found damaged and left out of `games`; a page cannot check its packs itself. */
  damaged: z.array(z.object({ id: gameId, detail: z.string().max(1000) })).optional(),
  /** SHA-256 over the games' hashes. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
/** The list of game packs, built from their manifests into dist/content/catalogue.json. */
export type Catalogue = z.infer<typeof catalogue>;
