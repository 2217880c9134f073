// Owns opening the hub's database and bringing it to the newest schema.
import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import { Kysely, SqliteAdapter, type SqliteDatabase, SqliteDialect } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { openDatabase } from "../../runtime/database.ts";
import { firstSchema } from "./migrations/0001firstSchema.ts";
import { staffPermission } from "./migrations/0002staffPermission.ts";
import { roomLesson } from "./migrations/0003roomLesson.ts";
import { presence } from "./migrations/0004presence.ts";
import { schoolYears } from "./migrations/0005schoolYears.ts";
import { voiceRecording } from "./migrations/0006voiceRecording.ts";
import { gameUse } from "./migrations/0007gameUse.ts";
import { alerts } from "./migrations/0008alerts.ts";
import { tickets } from "./migrations/0009tickets.ts";
import { credentials } from "./migrations/0010credentials.ts";
import { commandQueue } from "./migrations/0011commandQueue.ts";
import { rollups } from "./migrations/0012rollups.ts";
import { accessKey } from "./migrations/0014accessKey.ts";
import { newestRecord } from "./migrations/0015newestRecord.ts";
import { commandOrder } from "./migrations/0016commandOrder.ts";
import type { Tables } from "./schema.ts";

export type Store = {
  /** Where the database lies; ingest opens a connection of its own. */
  readonly file: string;
  /** Every query but ingest's hot path goes through Kysely. */
  readonly query: Kysely<Tables>;
  /** The connection beneath, for ingest's prepared statements and transactions. */
  readonly sqlite: DatabaseSync;
  close(): Promise<void>;
};

/** In order of their names, which carry their number. 0013 was never used and never may be: what is added comes last. */
const migrations: Record<string, Migration> = {
  "0001firstSchema": firstSchema,
  "0002staffPermission": staffPermission,
  "0003roomLesson": roomLesson,
  "0004presence": presence,
  "0005schoolYears": schoolYears,
  "0006voiceRecording": voiceRecording,
  "0007gameUse": gameUse,
  "0008alerts": alerts,
  "0010credentials": credentials,
  "0011commandQueue": commandQueue,
  "0012rollups": rollups,
  "0009tickets": tickets,
  "0015newestRecord": newestRecord,
  "0014accessKey": accessKey,
  "0016commandOrder": commandOrder,
};

/**
 * Opens or makes the database file and migrates it. Throws when the file is not usable or was made by a newer Kidsmart.
 * `upTo`: the last migration, for tests of what older versions left.
 */
export async function openStore(file: string, upTo?: string): Promise<Store> {
  const sqlite = openDatabase(file);
  // Ingest's writer thread checkpoints; this connection must not do it in the middle of a request.
  sqlite.exec("PRAGMA wal_autocheckpoint = 32000");
  const query = new Kysely<Tables>({ dialect: new HubDialect({ database: bridge(sqlite) }) });
  const migrator = new Migrator({ db: query, provider: { getMigrations: async () => migrations } });
  const { error } = await (upTo === undefined ? migrator.migrateToLatest() : migrator.migrateTo(upTo));
  if (error !== undefined) {
    sqlite.close();
    throw error;
  }
  return { file, query, sqlite, close: () => query.destroy() };
}

/**
 * SQLite takes table changes back with their transaction, which Kysely does not count on. Without it a power cut in the middle
 * of a long migration leaves half of its tables, and the hub never starts again.
 */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl() {
    return true;
  }
}
class HubDialect extends SqliteDialect {
  override createAdapter() {
    return new TransactionalAdapter();
  }
}

/** Kysely's SQLite dialect speaks better-sqlite3; node:sqlite needs this much translation. */
function bridge(database: DatabaseSync): SqliteDatabase {
  return {
    close: () => database.close(),
    prepare(sql) {
      // A transaction that reads first and writes later would fail when another connection wrote in between; taking the write lock at once waits instead.
      const statement = database.prepare(sql === "begin" ? "begin immediate" : sql);
      // Kysely only passes values that its own column types allowed.
      const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...values(parameters)),
        run: (parameters) => statement.run(...values(parameters)),
        iterate: (parameters) => statement.iterate(...values(parameters)) as IterableIterator<unknown>,
      };
    },
  };
}
