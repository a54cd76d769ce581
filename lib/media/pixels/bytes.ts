import type { FileHandle } from 'node:fs/promises'

/**
 * A file's bytes by their place; a piece of it is held, never the whole, and what was read holds until the next read.
 */
export type Bytes = {
  size: number
  /** What is asked for behind the end is missing. */
  read(at: number, length: number): Promise<Buffer>
  /** Whatever is at hand from here on: two bytes at least, but at the end. */
  some(at: number): Promise<Buffer>
}

/** Bytes that are read at once, as most reads go on where the last one ended. */
const piece = 256 * 1024

export async function bytesOf(file: FileHandle): Promise<Bytes> {
  const { size } = await file.stat()
  const room = Buffer.allocUnsafe(Math.min(piece, size))
  let from = 0
  let held = room.subarray(0, 0)
  async function read(at: number, length: number): Promise<Buffer> {
    const wanted = Math.max(0, Math.min(length, size - at))
    if (at < from || at + wanted > from + held.length) {
      const into = wanted > room.length ? Buffer.allocUnsafe(wanted) : room
      const { bytesRead } = await file.read(into, 0, Math.min(into.length, size - at), at)
      held = into.subarray(0, bytesRead)
      from = at
    }
    return held.subarray(at - from, at - from + wanted)
  }
  async function some(at: number): Promise<Buffer> {
    await read(at, 2)
    return held.subarray(at - from)
  }
  return { size, read, some }
}
