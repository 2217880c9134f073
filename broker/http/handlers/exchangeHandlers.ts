// Owns the routes of calendar feeds; workbooks and the feeds themselves are files and have addresses of their own.
import type { CalendarFeed, exchangeRoutes } from "../../api/exchange.ts";
import type { CalendarFeeds, FeedAddress } from "../../timetable/exchange/calendarFeeds.ts";
import { calendarAddress } from "../calendarRoute.ts";
import type { Caller, Handlers } from "../routeHandlers.ts";
import type { HubAddresses } from "./deviceHandlers.ts";

export type ExchangeHandlersDependencies = {
  readonly feeds: CalendarFeeds;
  readonly addresses: HubAddresses;
};

export function exchangeHandlers({
  feeds,
  addresses,
}: ExchangeHandlersDependencies): Handlers<keyof typeof exchangeRoutes> {
  const shown = (all: readonly FeedAddress[], { calledAs }: Caller): CalendarFeed[] => {
    const hub = addresses.httpUrl(calledAs);
    return all.map(({ of, id, name, token }) => ({ of, id, name, url: `${hub}${calendarAddress(token)}` }));
  };
  return {
    listFeeds: async ({ caller }) => ({ ok: true, value: shown(await feeds.list(), caller) }),
    renewFeeds: async ({ actor, caller }) => ({ ok: true, value: shown(await feeds.renew(actor), caller) }),
  };
}
