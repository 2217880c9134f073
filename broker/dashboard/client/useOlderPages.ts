// Owns reading a newest-first list of the hub page by page.
import { useInfiniteQuery } from "@tanstack/react-query";

export type OlderPages<Row> = {
  readonly rows: readonly Row[] | undefined;
  readonly error: Error | null;
  readonly hasOlder: boolean;
  readonly isLoadingOlder: boolean;
  readonly loadOlder: () => void;
  readonly retry: () => void;
};

export type PageQuery = { readonly limit: number; readonly before?: number };

type OlderPagesParts<Row> = {
  /** The route and its parameters, so that the live channel finds the entry. */
  readonly queryKey: readonly unknown[];
  readonly pageSize: number;
  readonly fetchPage: (query: PageQuery, signal: AbortSignal) => Promise<readonly Row[]>;
};

export function useOlderPages<Row extends { readonly at: number }>(
  parts: OlderPagesParts<Row>,
): OlderPages<Row> {
  const { pageSize, fetchPage } = parts;
  const pages = useInfiniteQuery({
    queryKey: parts.queryKey,
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam, signal }) =>
      fetchPage({ limit: pageSize, ...(pageParam === undefined ? {} : { before: pageParam }) }, signal),
    getNextPageParam: (last) => (last.length < pageSize ? undefined : last.at(-1)?.at),
  });
  return {
    rows: pages.data?.pages.flat(),
    error: pages.error,
    hasOlder: pages.hasNextPage,
    isLoadingOlder: pages.isFetchingNextPage,
    loadOlder: () => void pages.fetchNextPage(),
    retry: () => void pages.refetch(),
  };
}
