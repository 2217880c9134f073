// Owns writing the starting lessons into the store.
import type { Kysely } from "kysely";
import { v7 } from "uuid";
import type { Tables } from "../store/schema.ts";
import { type StartingLesson, startingLessons } from "./startingLessons.ts";

export async function addStartingLessons(
  query: Kysely<Tables>,
): Promise<(StartingLesson & { readonly id: string })[]> {
  const lessons = startingLessons.map((lesson) => ({ id: v7(), ...lesson }));
  await query
    .insertInto("lesson")
    .values(
      lessons.map((lesson) => ({
        ...lesson,
        games: JSON.stringify(lesson.games),
        domains: JSON.stringify(lesson.domains),
        archivedAt: null,
      })),
    )
    .execute();
  return lessons;
}
