// Owns the connection to the agent on this machine: lines of JSON over a local socket, for ever reconnecting.
import { connect, type Socket } from "node:net";
import { type KioskMessage, maxLinkBytes, type ServerMessage, serverMessage } from "../../protocol/link.ts";
import { describeIssues } from "../../protocol/versioned.ts";
import { makeLines } from "../../runtime/lines.ts";
import { type RefusedDocument, refusedDocument } from "../link/refusedDocument.ts";

export type AgentLinkDependencies = {
  readonly path: string;
  readonly random: () => number;
  readonly hello: () => Extract<KioskMessage, { type: "hello" }>;
  readonly onMessage: (message: ServerMessage) => void;
  /** False also when the very first try fails, so that a kiosk without an agent knows at once. */
  readonly onConnected: (connected: boolean) => void;
  /** A document that this kiosk cannot read, such as a plan of a newer format. */
  readonly onRefused: (refused: RefusedDocument) => void;
  readonly onProblem: (detail: string) => void;
};

export type AgentLink = {
  /** False when there is no connection: the message is dropped. */
  send(message: KioskMessage): boolean;
  /** Ends after what was sent is on its way. */
  close(): Promise<void>;
};

const firstWaitMs = 200;
const longestWaitMs = 5_000;

export function openAgentLink(dependencies: AgentLinkDependencies): AgentLink {
  let socket: Socket | null = null;
  let connected = false;
  let closed = false;
  let waitMs = firstWaitMs;
  let timer: NodeJS.Timeout | undefined;

  const open = () => {
    const opening = connect(dependencies.path);
    const lines = makeLines(maxLinkBytes);
    socket = opening;
    opening.on("connect", () => {
      connected = true;
      waitMs = firstWaitMs;
      opening.write(`${JSON.stringify(dependencies.hello())}\n`);
      dependencies.onConnected(true);
    });
    opening.on("data", (chunk) => {
      const found = lines.push(chunk);
      if (found.tooLong) {
        dependencies.onProblem("the agent sent a line that is too long");
        opening.destroy();
        return;
      }
      for (const line of found.lines) if (line !== "") receive(line);
    });
    // 'close' always follows; a refused connection is the ordinary case of an agent that is not up yet.
    opening.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOENT" && error.code !== "ECONNREFUSED") dependencies.onProblem(error.message);
    });
    opening.on("close", () => {
      socket = null;
      connected = false;
      dependencies.onConnected(false);
      if (closed) return;
      // Jitter: thirty kiosks must not knock in step.
      timer = setTimeout(open, waitMs * (0.5 + dependencies.random() / 2));
      waitMs = Math.min(longestWaitMs, waitMs * 2);
    });
  };

  const receive = (line: string) => {
    let json: unknown;
    try {
      json = JSON.parse(line);
    } catch (error) {
      dependencies.onProblem(`not JSON: ${String(error)}`);
      return;
    }
    const parsed = serverMessage.safeParse(json);
    if (parsed.success) return dependencies.onMessage(parsed.data);
    const issues = describeIssues(parsed.error);
    const refused = refusedDocument(json, issues);
    if (refused !== null) dependencies.onRefused(refused);
    else dependencies.onProblem(issues);
  };

  open();
  return {
    send(message) {
      if (!connected || socket === null) return false;
      socket.write(`${JSON.stringify(message)}\n`);
      return true;
    },
    close() {
      closed = true;
      clearTimeout(timer);
      const ending = socket;
      if (ending === null) return Promise.resolve();
      return new Promise((resolve) => {
        ending.once("close", () => resolve());
        if (connected) ending.end();
        else ending.destroy();
      });
    },
  };
}
