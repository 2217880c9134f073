// Owns passwords and PINs that people can read from a paper and type: random, without diacritics, without look-alikes.

export type RandomBytes = { bytes(count: number): Uint8Array };

/** 64 short Vietnamese words: each is six random bits. */
const words = [
  ...["an", "ao", "ban", "bay", "ben", "bong", "bua", "cam", "cau", "cay", "chim", "cua", "dat", "diem"],
  ...["dua", "gao", "gio", "gom", "hoa", "hong", "keo", "khe", "kim", "la", "lan", "lua", "mai", "may"],
  ...["me", "mi", "mua", "na", "nam", "nang", "nau", "ngo", "nho", "nui", "oi", "que", "rau", "reu"],
  ...["sao", "sen", "song", "sua", "sung", "tam", "tay", "then", "tim", "to", "tra", "tre", "trai", "tu"],
  ...["vai", "vang", "ve", "vit", "voi", "vui", "xanh", "xoai"],
];

/** `count` words and two digits, e.g. "sen-tre-vang-na-47": 36 random bits with five words. */
export function memorablePassword(random: RandomBytes, count = 5): string {
  const chosen = [...random.bytes(count)].map((byte) => words[byte % words.length] ?? "");
  return [...chosen, digits(random, 2)].join("-");
}

/** Four digits, none of those that everybody tries first, none of `taken`. */
export function freshPin(random: RandomBytes, taken: ReadonlySet<string>): string {
  for (;;) {
    const pin = digits(random, 4);
    if (!taken.has(pin) && !isObvious(pin)) return pin;
  }
}

/** One digit again and again, a run of digits, or a year. */
export function isObvious(pin: string): boolean {
  const [first = 0, ...rest] = [...pin].map(Number);
  const steps = new Set(rest.map((digit, index) => digit - ([first, ...rest][index] ?? 0)));
  const [step = 0] = steps;
  return (steps.size === 1 && Math.abs(step) <= 1) || /^(19|20)\d\d$/.test(pin);
}

function digits(random: RandomBytes, count: number): string {
  let text = "";
  while (text.length < count) {
    const [byte = 255] = random.bytes(1);
    // 250 is the largest multiple of ten in a byte: what lies above would favour the small digits.
    if (byte < 250) text += byte % 10;
  }
  return text;
}
