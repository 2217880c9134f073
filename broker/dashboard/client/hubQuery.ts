// Owns how pages read from and write to the hub: one cache entry per route and input.
import {
  QueryCache,
  QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
} from "@tanstack/react-query";
import type { RouteName } from "../../api/api.ts";
import { isCode } from "./apiError.ts";
import { type CallInput, callApi, type Reply } from "./callApi.ts";

export const hubKey = <Name extends RouteName>(name: Name, input: CallInput<Name>) => [name, input] as const;

export const whoAmIKey = hubKey("whoAmI", {});
export const boardKey = hubKey("board", {});

export function makeQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError(error) {
        // The session ended while a page was open: the sign-in screen takes over.
        if (isCode(error, "NOT_SIGNED_IN")) client.setQueryData(whoAmIKey, null);
      },
    }),
    defaultOptions: {
      queries: {
        // The live channel says when something changed; this only bounds how old a page can get without it.
        staleTime: 30_000,
        // The hub stands in the same building: navigator.onLine says nothing about it.
        networkMode: "always",
        retry: (count, error) => isCode(error, "UNREACHABLE") && count < 2,
        refetchOnWindowFocus: true,
      },
      mutations: { networkMode: "always" },
    },
  });
  return client;
}

type QueryOptions = {
  readonly enabled?: boolean;
  readonly refetchIntervalMs?: number | false;
  readonly keepPrevious?: boolean;
};

export function useHubQuery<Name extends RouteName>(
  name: Name,
  input: CallInput<Name>,
  options: QueryOptions = {},
): UseQueryResult<Reply<Name>> {
  return useQuery<Reply<Name>>({
    queryKey: hubKey(name, input),
    queryFn: ({ signal }) => callApi(name, input, signal),
    enabled: options.enabled ?? true,
    refetchInterval: options.refetchIntervalMs ?? false,
    ...(options.keepPrevious ? { placeholderData: (previous: Reply<Name> | undefined) => previous } : {}),
  } as Parameters<typeof useQuery<Reply<Name>>>[0]);
}

export function useHubMutation<Name extends RouteName>(
  name: Name,
): UseMutationResult<Reply<Name>, Error, CallInput<Name>> {
  return useMutation({ mutationFn: (input: CallInput<Name>) => callApi(name, input) });
}
