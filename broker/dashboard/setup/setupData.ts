// Owns how the setup's tabs take over what the hub answered, and what they show beside a field that the hub refused.
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { School } from "../../api/school.ts";
import { ApiError } from "../client/apiError.ts";
import { hubKey } from "../client/hubQuery.ts";

/** The school's frame is in every reply that changes it. */
export function useTakeSchool(): (school: School) => void {
  const client = useQueryClient();
  return useCallback(
    (school) => {
      client.setQueryData(hubKey("showSchool", {}), school);
      // Tidied holidays and their weeks stand in the proposals too.
      void client.invalidateQueries({ queryKey: ["proposeHolidays"] });
    },
    [client],
  );
}

export const refreshRooms = (client: QueryClient) => client.invalidateQueries({ queryKey: ["listRooms"] });

export async function refreshClasses(client: QueryClient): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: ["listWholeClasses"] }),
    client.invalidateQueries({ queryKey: ["listClasses"] }),
  ]);
}

/** What the hub said about one field. */
export const fieldError = (error: Error | null, field: string): string | undefined =>
  error instanceof ApiError ? error.fields[field] : undefined;
