import type { Readable } from 'node:stream'

/** Bytes of a file, counted from 0, both ends included; `last`: so many at its end. */
export type Range = { from: number; to?: number } | { last: number }

export type Found = {
  stream: Readable
  /** Bytes of the whole file, whatever part of it the stream holds. */
  size: number
  /** As it was put, where the store keeps that. The disk does not: who needs it has it in a row. */
  type?: string
  /** What the stream holds of the range that was asked for; absent when nothing of it is there (416), the stream is empty. */
  range?: { from: number; to: number }
}

/** Where the bytes of pictures, sound and film lie. Keys: see `ensureKey`; no key may be the folder of another. */
export type MediaStore = {
  /**
   * Whole and durable, or not there at all; what was there by this key is replaced.
   * @param file a path on this machine's disk, which may be gone afterwards, or the bytes
   * @param type the fixed content type
   * @throws Refusal `busy` when there is no room
   */
  put(key: string, file: string | Buffer, type: string): Promise<void>
  /** The stream must be read or destroyed. */
  get(key: string, range?: Range): Promise<Found | undefined>
  /** In bytes. */
  size(key: string): Promise<number | undefined>
  /**
   * A file on this machine's disk, for an encoder, which may read it only.
   * @param path where a copy may be put
   * @returns where it is: the disk answers with its own path and copies nothing
   * @throws Refusal `busy` when there is no room
   */
  fetchTo(key: string, path: string): Promise<string | undefined>
  /** Nothing where there is none. */
  remove(key: string): Promise<void>
  /** @param folder a key's beginning that ends with a slash */
  removeAll(folder: string): Promise<void>
  /**
   * Keys in the order of their signs; fewer than `limit`: these are the last.
   * @param prefix what they begin with, perhaps nothing
   * @param after the last one that is known, or nothing
   */
  list(prefix: string, after: string, limit: number): Promise<string[]>
}
