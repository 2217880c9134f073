// Owns how the fingerprint of the school's authority is written down: base 32 that people can type, whole or its beginning.

/** Crockford's base 32: no I, L, O, U. */
export const crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Characters of a whole SHA-256. */
export const fingerprintLength = 52;
/** The part that is typed: 80 bits, so that no second authority with the same beginning can be made. */
export const typedFingerprintLength = 16;
/** Below 65 bits a beginning says too little to trust. */
const leastCharacters = 13;

/** 32 bytes of SHA-256 over the authority's certificate (DER) as 52 characters. */
export function fingerprintText(sha256: Uint8Array): string {
  let text = "";
  let bits = 0;
  let value = 0;
  for (const byte of sha256) {
    value = ((value << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += crockford[(value >> bits) & 31];
    }
  }
  return bits > 0 ? text + crockford[(value << (5 - bits)) & 31] : text;
}

/** True when `given`, a whole fingerprint or a long enough beginning of one, is that of `whole`. */
export const fingerprintFits = (whole: string, given: string): boolean =>
  given.length >= leastCharacters && whole.length === fingerprintLength && whole.startsWith(given);
