import * as Y from 'yjs'

/** A change that stands in the log and not in the snapshot: in which block, by whom. */
export type UnseenChange = {
  /** A block's id, `headline` or `standfirst`; null for a block that is gone. */
  block: string | null
  /** Person id; null when the log does not say any more. */
  by: string | null
}

export type LogRow = { update: Uint8Array; by: string | null }

/**
 * What the log holds beyond the snapshot that an editor saw; pure.
 * @param ydoc the document built from all rows
 * @returns each block and person once; none when the snapshot holds all of the log
 */
export function unseenChanges(ydoc: Y.Doc, rows: LogRow[], seen: Y.Snapshot): UnseenChange[] {
  const found = new Map<string, UnseenChange>()
  for (const { update, by } of rows) {
    if (Y.snapshotContainsUpdate(seen, update)) continue
    for (const struct of unseenStructs(ydoc, update, seen)) {
      const change = { block: blockOf(struct), by }
      found.set(JSON.stringify(change), change)
    }
  }
  return [...found.values()]
}

function* unseenStructs(ydoc: Y.Doc, update: Uint8Array, seen: Y.Snapshot): Generator<Y.AbstractStruct> {
  const { structs, ds } = Y.decodeUpdate(update)
  for (const { id, length } of structs) {
    const from = Math.max(id.clock, seen.sv.get(id.client) ?? 0)
    yield* structsBetween(ydoc, id.client, from, id.clock + length)
  }
  for (const [client, ranges] of ds.clients)
    for (const { clock, len } of ranges)
      for (const [from, to] of unseenDeletions(client, clock, len, seen)) yield* structsBetween(ydoc, client, from, to)
}

/** Parts of a deleted range that the snapshot does not know as deleted. */
function* unseenDeletions(client: number, clock: number, len: number, seen: Y.Snapshot): Generator<[number, number]> {
  let from = clock
  for (const known of seen.ds.clients.get(client) ?? []) {
    const end = known.clock + known.len
    if (end <= from) continue
    if (known.clock >= clock + len) break
    if (known.clock > from) yield [from, known.clock]
    from = end
  }
  if (from < clock + len) yield [from, clock + len]
}

function* structsBetween(ydoc: Y.Doc, client: number, from: number, to: number): Generator<Y.AbstractStruct> {
  const structs = ydoc.store.clients.get(client) ?? []
  for (let clock = from; clock < to; ) {
    const struct = structs[Y.findIndexSS(structs, clock)]
    if (!struct) return
    yield struct
    clock = struct.id.clock + struct.length
  }
}

/** Climbs to the top-level block of the body, or to the fragment when it is another. */
function blockOf(struct: Y.AbstractStruct): string | null {
  let item = struct instanceof Y.Item ? struct : null
  while (item) {
    const parent = item.parent as Y.AbstractType<unknown> | null
    if (!parent) return null
    if (!parent._item) return rootOf(parent, item)
    item = parent._item
  }
  return null
}

function rootOf(root: Y.AbstractType<unknown>, item: Y.Item): string | null {
  const name = Y.findRootTypeKey(root)
  if (name !== 'body') return name
  const block = item.content instanceof Y.ContentType ? item.content.type : undefined
  const id = block instanceof Y.XmlElement ? block.getAttribute('id') : undefined
  return typeof id === 'string' ? id : null
}
