// Owns being somebody in a browser that a test opened, without the sign-in page. Only tests and benchmarks import this.
import type { BrowserContext } from "@playwright/test";
import { api } from "../../api/api.ts";

/** Every page of the context is then signed in at that hub. Throws with the hub's reply when it refuses. */
export async function signInTo(
  context: BrowserContext,
  url: string,
  { username, password }: { readonly username: string; readonly password: string },
): Promise<void> {
  const { method, path } = api.signIn;
  const answer = await context.request.fetch(url + path, {
    method,
    headers: { origin: url },
    data: { username, password },
  });
  if (!answer.ok()) throw new Error(`${answer.status()} ${await answer.text()}`);
}
