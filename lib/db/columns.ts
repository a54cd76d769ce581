import * as pg from 'drizzle-orm/pg-core'
import * as lite from 'drizzle-orm/sqlite-core'

/** Chosen once, when modules load: DATABASE_URL with a PostgreSQL address, or SQLite in the data folder. */
export const engine: 'sqlite' | 'postgres' = /^postgres(ql)?:/.test(process.env.DATABASE_URL ?? '')
  ? 'postgres'
  : 'sqlite'

// SQLite sorts text by bytes; so does PostgreSQL with this collation, whatever the server's locale.
const pgText = pg.customType<{ data: string; driverData: string }>({ dataType: () => 'text COLLATE "C"' })
const pgBytes = pg.customType<{ data: Uint8Array; driverData: Buffer }>({ dataType: () => 'bytea' })

const postgres = {
  /** Sorted by bytes. Never `like` for meaning: store a folded column. */
  text: () => pgText(),
  /** Only typed: where the database must refuse other values, add a check. */
  enum: <const V extends readonly [string, ...string[]]>(_: V) => pgText().$type<V[number]>(),
  /** Whole numbers up to 2^53. SQLite would store fractions: validate before. */
  int: () => pg.bigint({ mode: 'number' }),
  bool: () => pg.boolean(),
  /** `json`, not `jsonb`: keeps the order of keys. */
  json: <T>() => pg.json().$type<T>(),
  /** Milliseconds, UTC. */
  timestamp: () => pg.timestamp({ precision: 3, withTimezone: true, mode: 'date' }),
  bytes: () => pgBytes(),
  /** Primary key numbered by the database, never reused; not gapless. */
  sequence: () => pg.bigint({ mode: 'number' }).primaryKey().generatedByDefaultAsIdentity(),
}

const sqlite: typeof postgres = {
  text: () => lite.text() as never,
  enum: () => lite.text() as never,
  int: () => lite.integer() as never,
  bool: () => lite.integer({ mode: 'boolean' }) as never,
  json: () => lite.text({ mode: 'json' }) as never,
  timestamp: () => lite.integer({ mode: 'timestamp_ms' }) as never,
  bytes: () => lite.blob({ mode: 'buffer' }) as never,
  sequence: () => lite.integer().primaryKey({ autoIncrement: true }) as never,
}

/**
 * The vocabulary in which tables are declared, once for both engines.
 * Indexes are plain ascending ones; checks are `sql` of plain column names and literals.
 */
export const columns = engine === 'postgres' ? postgres : sqlite

const core = (engine === 'postgres' ? pg : { ...lite, pgTable: lite.sqliteTable }) as unknown as typeof pg

export const { pgTable: table, index, uniqueIndex, primaryKey, foreignKey, check, alias } = core
