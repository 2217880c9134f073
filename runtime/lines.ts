// Owns the cutting of a byte stream into lines, bounded, so that no peer can fill the memory.

export type Lines = {
  /** The complete lines so far; `tooLong` when a line went over the bound, after which nothing is read any more. */
  readonly push: (chunk: Uint8Array) => { readonly lines: readonly string[]; readonly tooLong: boolean };
};

const newline = 0x0a;

export function makeLines(maxBytes: number): Lines {
  let parts: Uint8Array[] = [];
  let pending = 0;
  let tooLong = false;
  return {
    push(chunk) {
      const lines: string[] = [];
      let rest = chunk;
      while (!tooLong) {
        const end = rest.indexOf(newline);
        const piece = end === -1 ? rest : rest.subarray(0, end);
        pending += piece.byteLength;
        if (pending > maxBytes) {
          tooLong = true;
          parts = [];
          break;
        }
        parts.push(piece);
        if (end === -1) break;
        lines.push(Buffer.concat(parts).toString("utf8"));
        parts = [];
        pending = 0;
        rest = rest.subarray(end + 1);
      }
      return { lines, tooLong };
    },
  };
}
