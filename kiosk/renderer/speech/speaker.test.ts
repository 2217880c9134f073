import { expect, it } from "vitest";
import { openSpeaker, type Piece } from "./speaker.ts";

const piece = (text: string): Piece => ({ text, locale: "vi", recording: null });

function setUp() {
  const story: string[] = [];
  const endings: ((heard: boolean) => void)[] = [];
  let talking = 0;
  const speaker = openSpeaker({
    play(given, volume, signal) {
      talking += 1;
      if (talking > 1) story.push("OVERLAP");
      story.push(`${given.text}@${volume}`);
      return new Promise((resolve) => {
        const end = (heard: boolean) => {
          talking -= 1;
          resolve(heard);
        };
        endings.push(end);
        signal.addEventListener("abort", () => end(false), { once: true });
      });
    },
  });
  const settle = async () => {
    for (let n = 0; n < 10; n += 1) await Promise.resolve();
  };
  return { speaker, story, settle, end: (heard = true) => endings.at(-1)?.(heard) };
}

it("Pieces are spoken one after another, and the answer comes when the last is heard", async () => {
  const { speaker, story, settle, end } = setUp();
  const heard = speaker.say([piece("đếm đến"), piece("năm")]);
  await settle();
  expect(story).toEqual(["đếm đến@1"]);
  end();
  await settle();
  end();
  expect(await heard).toBe(true);
  expect(story).toEqual(["đếm đến@1", "năm@1"]);
});

it("A new sentence cuts off the old one, or waits its turn when asked to, and never sounds over it", async () => {
  const { speaker, story, settle, end } = setUp();
  const first = speaker.say([piece("một")]);
  await settle();
  const second = speaker.say([piece("hai")], { interrupt: true });
  expect(await first).toBe(false);
  await settle();
  const third = speaker.say([piece("ba")], { interrupt: false });
  await settle();
  expect(story).toEqual(["một@1", "hai@1"]);
  end();
  expect(await second).toBe(true);
  await settle();
  end();
  expect(await third).toBe(true);
  expect(story).not.toContain("OVERLAP");
});

it("Muted, nothing sounds and every sentence still answers", async () => {
  const { speaker, story } = setUp();
  speaker.setVolume(0);
  expect(await speaker.say([piece("một")])).toBe(false);
  expect(story).toEqual([]);
});
