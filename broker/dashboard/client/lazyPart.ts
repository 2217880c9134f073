// Owns loading a page or a dialog when it is first needed, on a network that may be away just then.
import { type ComponentType, type LazyExoticComponent, lazy } from "react";
import { useLiveState } from "./useLiveHub.ts";

const retryMs = 3_000;

/** The hub has a newer build than this page: only a reload helps. */
export class StalePage extends Error {}

/** Keeps trying while the hub is away. A hub that is there but has no such file has a newer build: that fails. */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => ({ default: await persist(load) }));
}

async function persist<Value>(load: () => Promise<Value>): Promise<Value> {
  for (;;) {
    try {
      return await load();
    } catch (error) {
      if (useLiveState.getState().state === "live")
        throw new StalePage("the hub has no such file any more", { cause: error });
      await new Promise((resolve) => setTimeout(resolve, retryMs));
    }
  }
}
