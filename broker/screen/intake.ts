// Owns how much of one screen's messages the hub holds at once: beyond it the socket is not read, and the screen waits.
import type { WebSocket } from "ws";

export type Intake = {
  /** Counts a message until the work for it is over, however it ends. */
  hold(bytes: number, work: Promise<unknown>): void;
};

export type IntakeDependencies = {
  readonly socket: Pick<WebSocket, "pause" | "resume">;
  /** Set while the hub holds enough of everybody's: resolves when there is room. */
  readonly pressure: () => Promise<void> | undefined;
};

const mostBytes = 1024 * 1024;
/** What is kept of a message beside its text: a flood of tiny ones must not count as nothing. */
const leastBytes = 4096;

export function makeIntake({ socket, pressure }: IntakeDependencies): Intake {
  let held = 0;
  let waitsForAll = false;

  function look(): void {
    const relief = pressure();
    if (relief !== undefined && !waitsForAll) {
      waitsForAll = true;
      relief.then(() => {
        waitsForAll = false;
        look();
      });
    }
    if (held >= mostBytes || waitsForAll) socket.pause();
    else socket.resume();
  }

  return {
    hold(bytes, work) {
      const counted = Math.max(leastBytes, bytes);
      const over = () => {
        held -= counted;
        look();
      };
      held += counted;
      look();
      // How the work ended is its own reporter's affair.
      work.then(over, over);
    },
  };
}
