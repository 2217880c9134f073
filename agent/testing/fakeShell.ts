// Owns a shell that speaks the protocol of windows/program.ts on any platform, well or badly as its questions say.
import { createInterface } from "node:readline";

const say = (text: string) => process.stdout.write(text);
say("Windows PowerShell\r\nCopyright (C) Microsoft\r\n");

createInterface({ input: process.stdin }).on("line", (line) => {
  const [id, name = ""] = line.trim().split(" ");
  const answer = (json: string, state = "ok") => say(`begin ${id}\r\n${json}\r\nend ${id} ${state}\r\n`);
  switch (name) {
    case "who":
      answer(JSON.stringify({ pid: process.pid }));
      break;
    case "vietnamese":
      answer(JSON.stringify({ name: "Máy chiếu Phòng Hoa Mai" }));
      break;
    case "nothing":
      answer("");
      break;
    case "fail":
      answer("Invalid class", "failed");
      break;
    case "garbage":
      answer("<html>not JSON at all");
      break;
    case "otherAnswer":
      // An answer to a question that nobody waits for any more comes before the right one.
      say("begin 0\r\n[]\r\nend 0 ok\r\nWARNING: a driver greets\r\n");
      answer('{"right":true}');
      break;
    case "slowly":
      say(`begin ${id}\r\n{"a"`);
      setTimeout(() => say(`:1}\r\nend ${id} ok\r\n`), 20);
      break;
    case "die":
      say(`begin ${id}\r\n{"half":`);
      process.exit(3);
      break;
    case "flood":
      say("x".repeat(5 * 1024 * 1024));
      break;
    default:
    // "hang": says nothing, for ever.
  }
});
