// Owns searching without accents: "tram 5 tho" finds "Trạm 5 · Thỏ".

/** Lower case, without Vietnamese diacritics, single spaces. */
export function plainText(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("đ", "d")
    .replace(/\s+/g, " ")
    .trim();
}

/** True when every word of the query begins or stands somewhere in the text, both without accents. */
export function matchesSearch(query: string, text: string): boolean {
  const found = plainText(text);
  return plainText(query)
    .split(" ")
    .every((word) => found.includes(word));
}
