// Owns the last lines of a log in memory, for the person who asks for them from afar.
export type LogTail = {
  /** One or more whole lines, as they were logged. */
  readonly write: (text: string) => void;
  /** The newest lines, at most so many bytes of UTF-8 when the tail was made. */
  readonly text: () => string;
};

export function makeLogTail(mostBytes: number): LogTail {
  let lines: string[] = [];
  let bytes = 0;
  return {
    write(text) {
      const size = Buffer.byteLength(text);
      if (size > mostBytes) return;
      lines.push(text);
      bytes += size;
      if (bytes <= mostBytes) return;
      // In one cut: taking a line off the front of a long list at every line would cost more than the log itself.
      let dropped = 0;
      while (bytes > mostBytes * 0.75) bytes -= Buffer.byteLength(lines[dropped++] ?? "");
      lines = lines.slice(dropped);
    },
    text: () => lines.join(""),
  };
}
