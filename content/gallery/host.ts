// Owns a small game host for the gallery: sandboxed iframe, one MessagePort, prompts spoken.
import { type GameMessage, gameMessage, type HostMessage } from "../../protocol/game.ts";

export type HostedGame = {
  frame: HTMLIFrameElement;
  send(message: HostMessage): void;
  close(): void;
};

/** Opens the pack at `address` and starts it once it is ready. `onMessage` sees every message it sends. */
export function openGame(options: {
  address: string;
  screen: HTMLElement;
  start: Extract<HostMessage, { type: "start" }>;
  speak: (keys: readonly string[], interrupt: boolean, over: (heard: boolean) => void) => void;
  hush: () => void;
  onMessage: (message: GameMessage) => void;
  /** Hears of what the contract does not know; without it that is an error. */
  onForeign?: (detail: string) => void;
}): HostedGame {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts");
  frame.src = options.address;
  const channel = new MessageChannel();
  const send = (message: HostMessage) => channel.port1.postMessage(message);
  channel.port1.onmessage = (event: MessageEvent) => {
    const parsed = gameMessage.safeParse(event.data);
    if (!parsed.success) {
      const detail = `the game sent what the contract does not know: ${JSON.stringify(event.data)}`;
      if (!options.onForeign) throw new Error(detail);
      options.onForeign(detail);
      return;
    }
    const message = parsed.data;
    options.onMessage(message);
    if (message.type === "ready") {
      send(options.start);
      // The keyboard belongs to the game from the start.
      frame.focus();
    }
    if (message.type === "say") {
      options.speak(message.keys, message.interrupt, (heard) =>
        send({ type: "spoken", id: message.id, heard }),
      );
    }
    if (message.type === "hush") options.hush();
  };
  frame.addEventListener("load", () => {
    frame.contentWindow?.postMessage({ kidsmart: "port", protocol: 1 }, "*", [channel.port2]);
  });
  options.screen.replaceChildren(frame);
  return {
    frame,
    send,
    close() {
      channel.port1.close();
      frame.remove();
    },
  };
}
