// Owns what the live channel writes into the cache: a reply that was asked for before a change must not undo it.
import type { QueryClient, QueryKey } from "@tanstack/react-query";
import { hashKey } from "@tanstack/react-query";

type Patch = (data: never) => unknown;

export type LivePatches = {
  /** Changes what is known now, and again what a reply brings that is on its way. */
  patch<Data>(key: QueryKey, change: (data: Data | undefined) => Data | undefined): void;
  close(): void;
};

/**
 * Replies and events come over two connections, so a reply that the hub wrote before an event may arrive after it.
 * Doing such an event once more is harmless: what came after it on the channel is done once more as well.
 */
export function makeLivePatches(client: QueryClient): LivePatches {
  /** By query: what was changed since its reply was asked for. */
  const sinceAsked = new Map<string, Patch[]>();
  const close = client.getQueryCache().subscribe((event) => {
    if (event.type !== "updated") return;
    const { query, action } = event;
    const patches = sinceAsked.get(query.queryHash);
    if (patches === undefined || (action.type === "success" && action.manual)) return;
    if (action.type !== "success" && action.type !== "error" && action.type !== "fetch") return;
    sinceAsked.delete(query.queryHash);
    if (action.type === "success")
      for (const patch of patches) client.setQueryData(query.queryKey, patch as (data: unknown) => unknown);
  });
  return {
    patch(key, change) {
      client.setQueryData(key, change);
      if (client.getQueryState(key)?.fetchStatus !== "fetching") return;
      const hash = hashKey(key);
      sinceAsked.set(hash, [...(sinceAsked.get(hash) ?? []), change as Patch]);
    },
    close() {
      close();
      sinceAsked.clear();
    },
  };
}
