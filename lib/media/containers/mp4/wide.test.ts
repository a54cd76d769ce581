import { expect, test } from 'vitest'

import { fileOf } from '#lib/testing/clips/files'
import { mp4Of, pictures, silence } from '#lib/testing/clips/mp4'
import { boxesOf, inside, tracksOf } from '#lib/testing/clips/mp4-view'
import { withSource } from '../open'
import { stripMp4 } from './strip'

const film = mp4Of([pictures(), silence()])

async function strippedAt(widest: number): Promise<Buffer> {
  const pieces: Buffer[] = []
  await withSource(fileOf(film), 10_000, (source) => {
    for (const piece of stripMp4(source, widest)) pieces.push(piece)
  })
  return Buffer.concat(pieces)
}

const tables = (file: Buffer) =>
  boxesOf(inside(file, 'moov'))
    .filter(({ type }) => type === 'trak')
    .map(
      ({ content }) =>
        boxesOf(inside(content, 'mdia', 'minf', 'stbl')).find(({ type }) => /stco|co64/.test(type))!.type,
    )

test('offsets take eight bytes from the size on that four cannot say, and lead to the same samples', async () => {
  const narrow = await strippedAt(2 ** 32 - 1)
  expect(tables(narrow)).toEqual(['stco', 'stco'])
  expect(tables(await strippedAt(narrow.length))).toEqual(['stco', 'stco'])
  for (const widest of [narrow.length - 1, 1000]) {
    const wide = await strippedAt(widest)
    expect(tables(wide)).toEqual(['co64', 'co64'])
    expect(tracksOf(wide)).toEqual(tracksOf(film))
  }
})
