// Owns IPC: every call the renderer may make, each with the schema of its argument and a check of who calls.
import { ipcMain, type WebContents } from "electron";
import { z } from "zod";
import { lessonOrder } from "../../protocol/lesson/lessonOrder.ts";
import { kioskRecord } from "../../protocol/link.ts";
import { kioskLive } from "../../protocol/messages/live.ts";
import { describeIssues } from "../../protocol/versioned.ts";
import { channels } from "../link/bridge.ts";
import type { StationEvent } from "../link/stationLink.ts";
import { rendererOrigin } from "./addresses.ts";
import type { Station } from "./station.ts";

const longestLesson = 4_000_000;

export type Gateway = {
  /** Drops the event when the page is gone: a new page begins with a fresh status anyway. */
  send(event: StationEvent): void;
};

export function openGateway(dependencies: {
  readonly station: Station;
  /** The kiosk's own page; nobody else is heard. */
  readonly page: () => WebContents | null;
  /** Of the disk that keeps records; null when the system does not tell. */
  readonly freeDiskBytes: () => Promise<number | null>;
  readonly onInteractive: () => void;
  readonly onRejected: (detail: string) => void;
}): Gateway {
  const { station } = dependencies;
  const send = (event: StationEvent) => {
    const page = dependencies.page();
    if (page !== null && !page.isDestroyed() && !page.isCrashed()) page.send(channels.event, event);
  };
  const handle = <Schema extends z.ZodType>(
    channel: string,
    schema: Schema,
    answer: (argument: z.infer<Schema>) => unknown,
  ) =>
    ipcMain.handle(channel, async (event, argument: unknown) => {
      // Games run in frames of the same page: only its top frame, at the kiosk's own origin, may speak.
      const known =
        event.sender === dependencies.page() &&
        event.senderFrame !== null &&
        event.senderFrame.parent === null &&
        event.senderFrame.origin === rendererOrigin;
      if (!known) {
        dependencies.onRejected(`${channel}: a foreign sender at ${event.senderFrame?.url ?? "no frame"}`);
        throw new Error("refused");
      }
      const parsed = schema.safeParse(argument);
      if (!parsed.success) {
        dependencies.onRejected(`${channel}: ${describeIssues(parsed.error)}`);
        throw new Error("refused");
      }
      return answer(parsed.data);
    });

  handle(channels.begin, z.undefined(), () => station.begin(send));
  handle(channels.record, kioskRecord, (record) => station.record(record));
  handle(channels.live, kioskLive, (live) => station.live(live));
  handle(channels.checkPin, z.string().max(12), (pin) => station.checkPin(pin));
  handle(channels.saveLesson, z.string().max(longestLesson), (text) => station.saveLesson(text));
  handle(channels.ask, lessonOrder, (order) => station.ask(order));
  handle(channels.panelClosed, z.undefined(), () => station.panelClosed());
  handle(channels.unlock, z.undefined(), () => station.unlock());
  handle(channels.freeDisk, z.undefined(), () => dependencies.freeDiskBytes());
  handle(channels.interactive, z.undefined(), () => dependencies.onInteractive());
  return { send };
}
