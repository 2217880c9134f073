// Owns the dashboard as tests open it: a hub of its own with the sample school, a real browser, people who are signed in. Only tests import this.
import type { BrowserContext, BrowserContextOptions, Page } from "@playwright/test";
import { findBrowser } from "../../../e2e/room/realBrowser.ts";
import { openTestRoom, type TestRoom } from "../../../e2e/room/testRoom.ts";
import { type HubClient, signIn } from "../../../tools/room/hubClient.ts";
import type { Part } from "../../../tools/room/part.ts";
import { signInOf } from "../../../tools/room/sampleSchool.ts";
import { signInTo } from "./signIn.ts";

export type Dashboard = {
  readonly room: TestRoom;
  /** As it was started first. */
  readonly hub: Part;
  /** The hub's API as somebody of this role. */
  clientOf(role: string): Promise<HubClient>;
  /** A page of somebody of this role, at this path. */
  pageOf(role: string, path: string, options?: BrowserContextOptions): Promise<Page>;
  /** A page in a browser that nobody has used; signed in where there is a role. */
  freshPage(options?: BrowserContextOptions & { readonly role?: string }): Promise<Page>;
  /** To be called after each test of a file whose tests have pages of their own. */
  closePages(): Promise<void>;
  close(): Promise<void>;
};

const desk: BrowserContextOptions = { viewport: { width: 1366, height: 768 }, locale: "vi-VN" };
/** A page that shows nothing of it within this is in trouble, ms. */
const patienceMs = 15_000;

/** Starts the hub too. Throws where there is no browser. `usual` holds for every page that does not say otherwise. */
export async function openDashboard(usual: BrowserContextOptions = {}): Promise<Dashboard> {
  const browser = await findBrowser();
  if (typeof browser === "string") throw new Error(browser);
  const room = await openTestRoom();
  const hub = await room.startHub();
  /** By role and options: a second page of a context finds the dashboard in the browser's cache, and the sign-in. */
  const contexts = new Map<string, BrowserContext>();
  const opened: { close(): Promise<void> }[] = [];
  const openContext = async (role: string | undefined, options: BrowserContextOptions) => {
    const context = await browser.newContext({ ...desk, ...usual, ...options });
    if (role !== undefined) await signInTo(context, room.url, signInOf(room.signIns(), role));
    return context;
  };
  const openPage = async (context: BrowserContext) => {
    const page = await context.newPage();
    page.setDefaultTimeout(patienceMs);
    return page;
  };
  return {
    room,
    hub,
    clientOf(role) {
      const { username, password } = signInOf(room.signIns(), role);
      return signIn(room.url, username, password);
    },
    async pageOf(role, path, options = {}) {
      const key = `${role} ${JSON.stringify(options)}`;
      const context = contexts.get(key) ?? (await openContext(role, options));
      contexts.set(key, context);
      const page = await openPage(context);
      opened.push(page);
      await page.goto(room.url + path);
      return page;
    },
    async freshPage({ role, ...options } = {}) {
      const context = await openContext(role, options);
      opened.push(context);
      return openPage(context);
    },
    async closePages() {
      for (const one of opened.splice(0)) await one.close();
    },
    async close() {
      await browser.close();
      await room.close();
    },
  };
}
