import { eq, inArray } from 'drizzle-orm'

import { db } from '#lib/db/client'
import { jobs } from '#lib/jobs/tables'
import { mediaStore } from '#lib/media/store/open'
import { media } from '#lib/media/tables'

import { photograph, type Sender, sendFile } from './sending'

/** What lies in the store, and what of it the library knows. */
export type Stored = { media: string[]; orphans: string[]; incomplete: string[] }

/** What is to be deleted goes now: nobody waits for two hours. */
export async function sweepLibrary(): Promise<string> {
  await db.write((tx) => tx.update(jobs).set({ dueAt: new Date() }).where(eq(jobs.name, 'sweep-file')))
  for (let i = 0; i < 100; i += 1) {
    const open = (
      await db
        .select()
        .from(jobs)
        .where(inArray(jobs.name, ['sweep-file']))
    ).filter(({ doneAt }) => !doneAt)
    if (!open.length) return 'swept'
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('What is to be deleted was not within ten seconds.')
}

/** Each picture of the library with all its files, and each file with its picture? */
export async function lookThroughStore(): Promise<Stored> {
  const rows = await db.select({ id: media.id, file: media.file }).from(media)
  const keys = await mediaStore().list('', '', 10_000)
  const known = new Set(rows.map(({ file }) => file))
  const whole = ({ file }: { file: string }) =>
    ['master', 'thumb-320', 'thumb-640'].every((name) => keys.includes(`${file}/${name}`))
  return {
    media: rows.map(({ id }) => id),
    orphans: keys.filter((key) => !known.has(key.split('/')[0] ?? '')),
    incomplete: rows.filter((row) => !whole(row)).map(({ id }) => id),
  }
}

let photographs: Promise<Buffer[]> | undefined

/**
 * Two people send pictures of 24 megapixels one after another, from this process: what that costs is nobody's answer time.
 * @returns how many were taken
 */
export async function sendPictures(sender: Sender, ms: number): Promise<number> {
  photographs ??= Promise.all([1, 2].map((seed) => photograph(6000, 4000, seed)))
  const until = Date.now() + ms
  let sent = 0
  const send = async (file: Buffer) => {
    while (Date.now() < until) {
      const { status } = await sendFile(sender, `${sent}.jpg`, file)
      if (status !== 200) throw new Error(`A picture was answered with ${status}.`)
      sent += 1
    }
  }
  await Promise.all((await photographs).map(send))
  return sent
}
