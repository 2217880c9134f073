// Owns the reading of server-sent events from a fetch body. Unlike EventSource it sees the status code and the heartbeats.

/** Splits a stream of text into events. `onData` gets each event's data; comments only count as a sign of life. */
export function makeEventReader(onData: (data: string) => void): (chunk: string) => void {
  let rest = "";
  let data: string[] = [];
  return (chunk) => {
    rest += chunk;
    // The second half of a CR LF that was cut apart is no empty line of its own.
    const cut = rest.endsWith("\r") ? rest.length - 1 : rest.length;
    const lines = rest.slice(0, cut).split(/\r\n|\n|\r/);
    // A chunk may end inside a line.
    rest = (lines.pop() ?? "") + rest.slice(cut);
    for (const line of lines) {
      if (line === "") {
        if (data.length > 0) onData(data.join("\n"));
        data = [];
      } else if (line.startsWith("data:")) data.push(line.slice(line[5] === " " ? 6 : 5));
    }
  };
}
