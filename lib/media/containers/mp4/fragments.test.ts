import { expect, test } from 'vitest'

import { box, full } from '#lib/testing/clips/boxes'
import { clipIn, faultIn, stripped } from '#lib/testing/clips/files'
import { fragmented } from '#lib/testing/clips/fragments'
import { pictures, silence, told, WHEN } from '#lib/testing/clips/mp4'
import { boxesOf } from '#lib/testing/clips/mp4-view'

const marker = '+52.5200+013.4050/'

test('a film in fragments is told with its length, from where it begins', async () => {
  expect(await clipIn(fragmented(pictures()))).toMatchObject({ kind: 'video', format: 'mp4', seconds: 2 })
  expect(await clipIn(fragmented(pictures(2000), { start: 90_000 }))).toMatchObject({ seconds: 80 })
  expect(await clipIn(fragmented(silence(87)))).toMatchObject({ kind: 'audio', format: 'm4a', seconds: 2.02 })
})

test('what is dropped of it leaves empty space, so that all else stays in its place', async () => {
  const clean = fragmented(pictures(), {
    more: told('\0'.repeat(marker.length)),
    outside: told('\0'.repeat(marker.length)),
  })
  const file = fragmented(pictures(), { more: told(marker), outside: [...told(marker)], inMoov: [] })
  const { bytes, clip } = await stripped(Buffer.concat([file, Buffer.from(`PK\x03\x04${marker}`)]))
  expect(clip.seconds).toBe(2)
  expect(bytes.length).toBe(file.length)
  for (const left of [marker, WHEN, 'harbour', 'Lavc', 'Ada']) expect(bytes.includes(left)).toBe(false)
  const data = (whole: Buffer) => boxesOf(whole).map(({ type, content }) => (type === 'mdat' ? content : ''))
  expect(data(bytes)).toEqual(data(clean))
  expect(new Set(boxesOf(bytes).map(({ type }) => type))).toEqual(new Set(['ftyp', 'moov', 'free', 'moof', 'mdat']))
})

test('tracks that are neither pictures nor sound cannot be taken out of fragments', async () => {
  expect(await faultIn(fragmented({ ...pictures(), kind: 'meta' }))).toContain('neither pictures nor sound')
})

test('fragments that do not say when they are cannot be told', async () => {
  const file = fragmented(pictures())
  for (let at = file.indexOf('tfdt'); at >= 0; at = file.indexOf('tfdt')) file.write('free', at)
  expect(await faultIn(file)).toContain('do not say how long')
})

test('a fragment without parts, and parts without heads', async () => {
  const film = fragmented(pictures())
  expect(await faultIn(Buffer.concat([film, box('moof')]))).toBe('taken')
  expect(await faultIn(Buffer.concat([film, box('moof', box('traf'))]))).toContain('damaged')
  expect(
    await faultIn(Buffer.concat([film, box('moof', box('traf', full('tfhd', 0), box('tfdt'), box('trun')))])),
  ).toContain('taken')
})
