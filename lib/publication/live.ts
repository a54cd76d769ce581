import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core'

import type { Act, Kind } from './tables'

/** The live tables that one kind of noun fills; `subject` holds the noun's id in each. */
export type LiveTables = Record<string, PgTable & { subject: AnyPgColumn }>

export type Rows<T extends LiveTables> = { [K in keyof T]: T[K]['$inferSelect'][] }

/** What the door tells a noun of the act: its place in the log, its note to readers, and what else the rows are made of. */
export type Stamp = {
  act: Act
  subject: string
  revision: number | null
  seq: number
  at: Date
  note: string
  detail: Record<string, unknown>
}

export type SearchEntry = { id: number; title: string; summary: string; text: string }

/**
 * How a noun's revisions become what readers see. All of it is pure, so that the log replays to the same rows.
 * - `rows`: the rows after the act, from the revision's content (none where the act names no revision) and the rows before it.
 * - `lift`: a revision's content, kept under an older schema, as the present one says it.
 * - `keys`: what readers' pages are made of, told from rows; the log takes the union of before and after.
 * - `turns`: keys with what is so while they say the same: what menus say of a noun, or that it stands. Only an act that
 *   makes one say something else is logged with it, so that a story that comes into a topic of the menu leaves other pages.
 */
export type Live<Content, T extends LiveTables = LiveTables> = {
  kind: Kind
  tables: T
  rows(content: Content | null, before: Rows<T>, stamp: Stamp): Rows<T>
  lift?(content: Content, schema: number): unknown
  keys(rows: Rows<T>): string[]
  turns?(rows: Rows<T>): Record<string, string>
  search?(rows: Rows<T>): SearchEntry | undefined
}
