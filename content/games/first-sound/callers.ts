// Owns the animals and things that can be heard: what each is called and how children imitate it. Pure data.

/** Each has a picture of the same name in `pictures/`. */
export const callers = {
  dog: { vi: "Con chó", en: "The dog", calls: "Gâu gâu! Gâu gâu!", callsEn: "Woof woof!" },
  cat: { vi: "Con mèo", en: "The cat", calls: "Meo meo! Meo meo!", callsEn: "Meow, meow!" },
  rooster: { vi: "Con gà trống", en: "The rooster", calls: "Ò ó o o!", callsEn: "Cock-a-doodle-doo!" },
  duck: { vi: "Con vịt", en: "The duck", calls: "Cạp cạp! Cạp cạp!", callsEn: "Quack quack!" },
  pig: { vi: "Con lợn", en: "The pig", calls: "Ủn ỉn! Ủn ỉn!", callsEn: "Oink oink!" },
  cow: { vi: "Con bò", en: "The cow", calls: "Ùm bò! Ùm bò!", callsEn: "Moo! Moo!" },
  goat: { vi: "Con dê", en: "The goat", calls: "Be be! Be be!", callsEn: "Meh, meh!" },
  frog: { vi: "Con ếch", en: "The frog", calls: "Ộp ộp! Ộp ộp!", callsEn: "Ribbit, ribbit!" },
  car: { vi: "Ô tô", en: "The car", calls: "Bíp bíp! Bíp bíp!", callsEn: "Beep beep!" },
  drum: { vi: "Cái trống", en: "The drum", calls: "Tùng tùng tùng!", callsEn: "Boom boom boom!" },
  bell: { vi: "Cái chuông", en: "The bell", calls: "Leng keng! Leng keng!", callsEn: "Ding dong!" },
  clock: { vi: "Đồng hồ", en: "The clock", calls: "Tích tắc, tích tắc!", callsEn: "Tick tock!" },
} as const satisfies Record<string, { vi: string; en: string; calls: string; callsEn: string }>;

export type Caller = keyof typeof callers;

export const callerNames = Object.keys(callers) as Caller[]; // keys of a constant: exactly the callers
