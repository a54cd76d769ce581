import type { Range } from './store'

/** Which bytes of a file of `size` bytes a range means; undefined when none of them is there. */
export function resolveRange(range: Range, size: number): { from: number; to: number } | undefined {
  const from = 'last' in range ? Math.max(0, size - range.last) : range.from
  const to = 'last' in range ? size - 1 : Math.min(range.to ?? size - 1, size - 1)
  return from <= to ? { from, to } : undefined
}

/**
 * What a request's `Range` asks for; nothing for what asks for no bytes, for several parts, or is not readable: then the
 * whole file is the right answer (RFC 9110, 14.2).
 */
export function readRange(header: string | null | undefined): Range | undefined {
  const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? []
  if (from === undefined || to === undefined) return undefined
  if (from === '') return to === '' ? undefined : { last: Number(to) }
  if (to !== '' && Number(to) < Number(from)) return undefined
  return { from: Number(from), ...(to !== '' && { to: Number(to) }) }
}
