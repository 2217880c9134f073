import { expect, test } from "vitest";
import { type RunTool, setSystemVolume } from "./systemVolume.ts";

function recording(broken: readonly string[] = []): { run: RunTool; ran: string[] } {
  const ran: string[] = [];
  return {
    ran,
    async run(program, args) {
      if (broken.includes(program)) throw new Error(`${program}: not found`);
      ran.push([program, ...args].join(" "));
    },
  };
}

test("on Linux the sound server is asked first, and the card itself where there is none", async () => {
  const modern = recording();
  await setSystemVolume(60, modern.run, "linux");
  expect(modern.ran).toEqual([
    "wpctl set-volume @DEFAULT_AUDIO_SINK@ 60%",
    "wpctl set-mute @DEFAULT_AUDIO_SINK@ 0",
  ]);
  const plain = recording(["wpctl"]);
  await setSystemVolume(60, plain.run, "linux");
  expect(plain.ran).toEqual(["amixer -q -M set Master 60% unmute"]);
});

test("a machine with no way says why", async () => {
  const none = recording(["wpctl", "amixer"]);
  await expect(setSystemVolume(60, none.run, "linux")).rejects.toThrow("amixer: not found");
});

test("on Windows only the number goes into the script", async () => {
  const windows = recording();
  await setSystemVolume(7, windows.run, "win32");
  const script = Buffer.from(windows.ran[0]?.split(" ").at(-1) ?? "", "base64").toString("utf16le");
  expect(script).toContain("[Speaker]::Set(0.07)");
  await expect(setSystemVolume(7.5, windows.run, "win32")).rejects.toThrow("no volume");
});
