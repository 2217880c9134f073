// Owns the rule that nobody has to read: a choice is a picture, never a word alone.

/** A numeral, a sign, a letter or one syllable: what children of five learn to know by its shape. Longest is “nghiêng”. */
const oneSyllable = /^[\p{L}\p{M}]{1,7}$/u;
const numeral = /^[\d+\-−=<>:.,?]{1,5}$/;

/** Words on a button that has no picture beside them; null when there is nothing to read. */
export function wordsAlone(button: HTMLElement): string | null {
  // biome-ignore lint/performance/useDomNodeTextContent: what is not shown need not be read
  const words = button.innerText.trim();
  if (words === "" || oneSyllable.test(words) || numeral.test(words)) return null;
  const parts = [button, ...button.querySelectorAll<HTMLElement>("*")];
  const isPicture = (part: Element) => {
    const { width, height } = part.getBoundingClientRect();
    if (width < 24 || height < 24) return false;
    return (
      part.matches("img, svg, canvas, picture, video") ||
      getComputedStyle(part).backgroundImage.includes("url(")
    );
  };
  return parts.some(isPicture) ? null : words;
}
