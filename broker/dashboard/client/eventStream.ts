// Owns the reading of server-sent events from a fetch body. Unlike EventSource it sees the status code and the heartbeats.

/** Splits a stream of text into events. `onData` gets each event's data; comments only count as a sign of life. */
export function makeEventReader(onData: (data: string) => void): (chunk: string) => void {
  let rest = "";
  let data: string[] = [];
  return (chunk) => {
    rest += chunk;
    const lines = rest.split(/\r\n|\n|\r/);
    // A chunk may end inside a line, or between CR and LF.
    rest = lines.pop() ?? "";
    for (const line of lines) {
      if (line === "") {
        if (data.length > 0) onData(data.join("\n"));
        data = [];
      } else if (line.startsWith("data:")) data.push(line.slice(line[5] === " " ? 6 : 5));
    }
  };
}
