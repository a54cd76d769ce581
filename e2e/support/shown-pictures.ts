import { pictures as frames, mp4Of } from '#lib/testing/clips/mp4'
import { pcm, riffChunk, wavFormat, wavOf } from '#lib/testing/clips/wav'
import { paragraph } from '#lib/testing/stories'

import { aPictureFile } from './pictures'
import type { Press } from './press'
import { sendFile } from './send-file'
import type { RunningServer } from './server'
import { test } from './test'

/** What the library has, by name, and where a story is that shows all of it. */
export type Shown = {
  ids: Record<'gate' | 'weir' | 'lock' | 'quay' | 'face' | 'film' | 'bell', string>
  story: string
  path: string
}

export const use = (media: string, more = {}) => ({ media, alt: '', caption: '', credit: '', crop: '', ...more })
export const image = (id: string, media: string, more = {}) => ({
  type: 'image' as const,
  attrs: { id, wide: false, ...use(media), ...more },
})
const clip = (id: string, media: string) => ({ type: 'clip' as const, attrs: { id, media, caption: '', credit: '' } })
export const long = 'Inspectors who opened the eastern housings found that the steel had thinned by more than a third. '

/** Pictures, a film and a sound, described and cleared. @returns their ids */
export async function sendAll(server: RunningServer, press: Press) {
  const { cookie } = await press.signIn()
  const picture = async (name: string, seed: number, size = { width: 1500, height: 1000 }) => {
    const { buffer } = await aPictureFile(name, seed, size)
    const id = await sendFile(server, cookie, { name: `${name}.jpg`, bytes: buffer, type: 'image/jpeg' })
    const said = { alt: `The ${name} at dusk`, caption: `The ${name}, on Wednesday.`, credit: 'Imre Caddow' }
    await press.describe(id, { ...said, rights: 'owned' })
    return id
  }
  const film = await sendFile(server, cookie, { name: 'film.mp4', bytes: mp4Of([frames()]), type: 'video/mp4' })
  const sound = wavOf([riffChunk('fmt ', wavFormat()), riffChunk('data', pcm(9))])
  const bell = await sendFile(server, cookie, { name: 'bell.wav', bytes: sound, type: 'audio/wav' })
  const ids = {
    gate: await picture('gate', 3),
    weir: await picture('weir', 4),
    lock: await picture('lock', 5),
    quay: await picture('quay', 6, { width: 700, height: 900 }),
    face: await picture('face', 7, { width: 400, height: 400 }),
    film,
    bell,
  }
  await press.describe(film, { caption: 'The gate is lowered.', credit: 'Imre Caddow', rights: 'owned' }, ids.weir)
  await press.describe(bell, { caption: 'The bell at high water.', rights: 'owned' })
  return ids
}

/** A story that shows each kind. */
export async function showAll(server: RunningServer, press: Press): Promise<Shown> {
  const ids = await sendAll(server, press)
  await press.giveFace('nadia-orrell', ids.face)
  const story = await press.write({
    headline: 'The gate is opened for pictures',
    standfirst: 'It was shut for a year.',
    section: 'river-and-coast',
    main: use(ids.gate),
    blocks: [
      paragraph('a', long.repeat(3)),
      image('b', ids.lock),
      paragraph('c', long.repeat(8)),
      image('d', ids.weir, { wide: true, crop: '0.1,0.1,0.8,0.6' }),
      {
        type: 'gallery',
        attrs: { id: 'e', title: 'The week' },
        content: [
          image('e1', ids.weir),
          image('e2', ids.lock),
          image('e3', ids.quay),
          image('e4', ids.gate, { caption: 'Shut.' }),
        ],
      },
      clip('f', ids.film),
      clip('g', ids.bell),
      { type: 'divider', attrs: { id: 'h' } },
      paragraph('i', long),
    ],
  })
  return { ids, story, path: await press.publish(story) }
}

/** Tests beside a server that has such a story, from the demo's paper. */
export const showing = test.extend<object, { shown: Shown }>({
  shown: [({ server, press }, use) => showAll(server, press).then(use), { scope: 'worker', timeout: 60_000 }],
})
