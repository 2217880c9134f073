// Owns reading one school year's row: a damaged one is left out, and the school goes on with the others.
import { type SchoolYear, schoolYear } from "../../protocol/timetable/schoolYear.ts";
import { readJson } from "../store/readJson.ts";
import type { SchoolYearTable } from "../store/schema.ts";

export function readYear({ name, terms }: Pick<SchoolYearTable, "name" | "terms">): SchoolYear | undefined {
  const read = readJson(terms, schoolYear.shape.terms);
  return read.ok ? { name, terms: read.value } : undefined;
}
