// The driver of the long-lived shell, against a program that speaks its protocol: on any platform, with real pipes.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { makeFakeClock } from "../../testing/fakeClock.ts";
import { UnreadableAnswer } from "../probe.ts";
import { longestCommandLine, shellArguments, shellProgram } from "./program.ts";
import { makeShell } from "./shell.ts";

const fakeShell = join(import.meta.dirname, "../../testing/fakeShell.ts");
const never = new AbortController().signal;

function open() {
  const clock = makeFakeClock();
  const children: ChildProcess[] = [];
  const shell = makeShell({
    clock,
    withinMs: 60_000,
    spawn() {
      const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", fakeShell], {
        stdio: ["pipe", "pipe", "inherit"],
      });
      children.push(child);
      return child;
    },
  });
  onTestFinished(async () => {
    const running = children.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
    const gone = running.map((child) => once(child, "exit"));
    shell.stop();
    await Promise.all(gone);
  });
  const ask = (name: string, signal = never) => shell.ask(name, signal);
  return { clock, children, shell, ask };
}

test("one shell answers question after question, in turn, in any language", async () => {
  const { ask, children } = open();
  const answers = await Promise.all([
    ask("who"),
    ask("vietnamese"),
    ask("nothing"),
    ask("slowly"),
    ask("who"),
  ]);
  expect(answers.slice(1, 4)).toEqual([{ name: "Máy chiếu Phòng Hoa Mai" }, null, { a: 1 }]);
  expect(answers[4]).toEqual(answers[0]);
  expect(children).toHaveLength(1);
});

test("a question that fails or is answered with rubbish costs that question, not the shell", async () => {
  const { ask, children } = open();
  await expect(ask("fail")).rejects.toThrow("Invalid class");
  await expect(ask("garbage")).rejects.toBeInstanceOf(UnreadableAnswer);
  expect(await ask("otherAnswer")).toEqual({ right: true });
  expect(children).toHaveLength(1);
});

test("a shell that hangs is killed after its time, the question behind it waits for a new one's rest, and then all is well", async () => {
  const { ask, clock, children } = open();
  expect(await ask("who")).toMatchObject({ pid: children[0]?.pid });
  const hanging = ask("hang");
  const behind = ask("who");
  const results = Promise.allSettled([hanging, behind]);
  clock.advance(60_000);
  expect(await results).toMatchObject([
    { status: "rejected", reason: { message: "no answer to hang within 60000 ms" } },
    { status: "rejected", reason: { message: expect.stringContaining("rests") } },
  ]);
  if (children[0]?.signalCode === null) await once(children[0], "exit");
  expect(children[0]?.signalCode).toBe("SIGKILL");
  // Within the rest no other is started, however often it is asked.
  await expect(ask("who")).rejects.toThrow("rests");
  expect(children).toHaveLength(1);
  clock.advance(5000);
  expect(await ask("who")).toMatchObject({ pid: children[1]?.pid });
  expect(children).toHaveLength(2);
});

test("a shell that dies in the middle of an answer is replaced, each time after a longer rest", async () => {
  const { ask, clock, children } = open();
  for (const restMs of [5000, 10_000, 20_000]) {
    await expect(ask("die")).rejects.toThrow("ended with 3");
    clock.advance(restMs - 1);
    await expect(ask("who")).rejects.toThrow("rests");
    clock.advance(1);
  }
  expect(await ask("who")).toMatchObject({ pid: children[3]?.pid });
  // It proved itself: the next rest is short again.
  await expect(ask("die")).rejects.toThrow();
  clock.advance(5000);
  expect(await ask("who")).toMatchObject({ pid: children[4]?.pid });
});

test("a shell that prints without end is killed", async () => {
  const { ask, children } = open();
  await expect(ask("flood")).rejects.toThrow("characters");
  if (children[0]?.signalCode === null) await once(children[0], "exit");
  expect(children[0]?.signalCode).toBe("SIGKILL");
});

test("who no longer waits is let go at once, and its question is not asked any more", async () => {
  const { ask, clock, children } = open();
  const patience = new AbortController();
  const hanging = ask("hang");
  const given = ask("die", patience.signal);
  patience.abort();
  await expect(given).rejects.toThrow("nobody waits");
  const results = Promise.allSettled([hanging]);
  clock.advance(60_000);
  await results;
  clock.advance(5000);
  expect(await ask("who")).toMatchObject({ pid: children[1]?.pid });
});

test("a shell that cannot be started is an answer too", async () => {
  const clock = makeFakeClock();
  const shell = makeShell({
    clock,
    spawn: () => spawn("kidsmart-no-such-shell", { stdio: ["pipe", "pipe", "ignore"] }),
  });
  await expect(shell.ask("who", never)).rejects.toThrow("ENOENT");
  shell.stop();
  await expect(shell.ask("who", never)).rejects.toThrow("stopped");
});

test("what PowerShell runs fits into a command line and takes in nothing but a number and a name", () => {
  expect(shellArguments().join(" ").length).toBeLessThan(longestCommandLine - 1000);
  const program = shellProgram().replaceAll(/'[^']*'/g, "");
  expect(program).not.toMatch(/Invoke-Expression|\biex\b|\[scriptblock\]::Create/i);
  // Brackets of the scripts close: a missing one would end the loop on every school's computer.
  for (const [opening, closing] of [
    ["{", "}"],
    ["(", ")"],
    ["[", "]"],
  ] as const)
    expect(program.split(opening).length, opening).toBe(program.split(closing).length);
});
