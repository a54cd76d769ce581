/** The last position of the publication log that this process has committed; on globalThis, as modules exist twice. */
const key = Symbol.for('stet.publication.head')
const held = globalThis as { [key]?: number }

export const head = () => held[key] ?? 0

export function moveHead(seq: number): void {
  held[key] = Math.max(head(), seq)
}
