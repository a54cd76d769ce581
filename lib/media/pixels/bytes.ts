import type { FileHandle } from 'node:fs/promises'

/** A file's bytes by their place; a piece of it is held, never the whole. What is asked for behind the end is missing. */
export type Bytes = { size: number; read(at: number, length: number): Promise<Buffer> }

/** Bytes that are read at once, as most reads go on where the last one ended. */
export const piece = 256 * 1024

export async function bytesOf(file: FileHandle): Promise<Bytes> {
  const { size } = await file.stat()
  let from = 0
  let held: Buffer = Buffer.alloc(0)
  async function read(at: number, length: number): Promise<Buffer> {
    const wanted = Math.max(0, Math.min(length, size - at))
    if (at < from || at + wanted > from + held.length) {
      const room = Buffer.allocUnsafe(Math.min(Math.max(wanted, piece), size - at))
      const { bytesRead } = await file.read(room, 0, room.length, at)
      held = room.subarray(0, bytesRead)
      from = at
    }
    return held.subarray(at - from, at - from + wanted)
  }
  return { size, read }
}
