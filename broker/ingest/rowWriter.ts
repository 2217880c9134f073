// Owns writing many rows with few statements: the larger the statement, the fewer the crossings into SQLite.
import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";

/** Rows per statement, largest first; SQLite's bound of 32,766 parameters is far. */
const sizes = [64, 16, 4, 1] as const;

export type RowWriter = {
  /** Values of all rows one after another. Returns how many rows were new. */
  write(values: readonly SQLInputValue[]): number;
};

/** `columns` as in the table; a row whose key exists is left out, not an error. */
export function makeRowWriter(database: DatabaseSync, table: string, columns: readonly string[]): RowWriter {
  const names = columns.map((column) => `"${column}"`).join(", ");
  const row = `(${columns.map(() => "?").join(", ")})`;
  const statements = sizes.map(
    (size) =>
      [
        size,
        database.prepare(
          `INSERT OR IGNORE INTO "${table}" (${names}) VALUES ${new Array(size).fill(row).join(", ")}`,
        ),
      ] as const,
  );
  const width = columns.length;
  return {
    write(values) {
      let written = 0;
      let index = 0;
      for (const [size, statement] of statements)
        for (; values.length - index >= size * width; index += size * width)
          written += run(statement, values.slice(index, index + size * width));
      return written;
    },
  };
}

const run = (statement: StatementSync, values: readonly SQLInputValue[]) =>
  Number(statement.run(...values).changes);
