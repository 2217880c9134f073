// Owns that everything which shows tickets is fetched again after a change of one's own.
import type { QueryClient } from "@tanstack/react-query";

const showTickets = ["listTickets", "showTicket", "countTickets", "listDeviceTickets"];

export const refetchTickets = (client: QueryClient): Promise<void> =>
  client.invalidateQueries({ predicate: ({ queryKey }) => showTickets.includes(String(queryKey[0])) });
