import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'

import { messagesIn } from '#lib/messages/find'
import type { Clip, Gallery, Image } from '#lib/story/document/nodes'
import { aClip, anImage } from '#lib/testing/blocks'
import { anItem, aShown } from '#lib/testing/shown'

import type { LibraryItem } from '../queries/media'
import { hasZoomable, mediaIn } from './media'
import { Picture } from './picture'

const t = messagesIn('en')
const gallery = (...of: string[]): Gallery => ({
  type: 'gallery',
  attrs: { id: 'g', title: '' },
  content: of.map((one) => anImage(one)),
})

const library = (...items: Partial<LibraryItem>[]) =>
  new Map(items.map((item) => anItem(item)).map((item) => [item.id, item]))
const shows = (block: Image | Gallery | Clip, items = library({}), more = {}) =>
  renderToStaticMarkup(mediaIn({ items, t, ...more })(block))
const count = (html: string, sign: RegExp) => html.match(sign)?.length ?? 0

test('a picture is offered in three formats, its room kept, its colour a class', () => {
  const html = renderToStaticMarkup(<Picture shown={aShown()} sizes="37rem" most={640} />)
  expect(html).toBe(
    '<picture>' +
      ['avif', 'webp']
        .map((format) => `<source type="image/${format}" srcSet="${files(format)}" sizes="37rem"/>`)
        .join('') +
      `<img class="t4" src="/media/gate/0123456789ab-0/640.jpeg"` +
      ' width="640" height="427" alt="Gate four" loading="lazy" decoding="async"/></picture>',
  )
})
const files = (format: string) =>
  [320, 480, 640].map((width) => `/media/gate/0123456789ab-0/${width}.${format} ${width}w`).join(', ')

test('the first picture of a page is fetched at once; what only adorns is not read out', () => {
  const html = renderToStaticMarkup(<Picture shown={aShown()} sizes="1rem" first decorative />)
  expect(html).toContain('alt="" fetchPriority="high"')
  expect(html).not.toContain('loading')
})

test('words of the place go before those of the library', () => {
  const html = shows(anImage('gate', { alt: 'Gate four, shut', caption: 'On Friday.', credit: 'Ruth Bexley' }))
  expect(html).toContain('alt="Gate four, shut"')
  expect(html).toContain('<figcaption>On Friday. <span>Photograph: Ruth Bexley</span></figcaption>')
  expect(shows(anImage('gate'))).toContain(
    '<figcaption>Gate four at dusk. <span>Photograph: Imre Caddow</span></figcaption>',
  )
})

test('of what nothing is said there is no caption', () =>
  expect(shows(anImage('gate'), library({ caption: '', credit: '' }))).not.toContain('figcaption'))

test('what readers have not got is not there, nor is a gallery of nothing else', () => {
  expect(shows(anImage('other'))).toBe('')
  expect(shows(aClip('other'))).toBe('')
  expect(shows(gallery('other', 'another'))).toBe('')
})

test('a large picture leads to the largest file of all that is shown of it; a small one nowhere', () => {
  expect(shows(anImage('gate'))).toContain('<a class="zoom" href="/media/gate/0123456789ab-0/1920.jpeg"><picture>')
  const small = library({ width: 900, height: 600 })
  expect(shows(anImage('gate'), small)).not.toContain('<a')
  const body = { type: 'doc' as const, content: [anImage('gate')] }
  expect([hasZoomable(body, library({})), hasZoomable(body, small)]).toEqual([true, false])
  // In a gallery each is shown larger, so that one can go through all.
  expect(shows(gallery('gate'), small)).toContain('<a class="zoom" href="/media/gate/0123456789ab-0/960.jpeg">')
  expect(hasZoomable({ type: 'doc', content: [gallery('gate')] }, small)).toBe(true)
})

test('a link of a picture that only adorns says what it does', () =>
  expect(shows(anImage('gate'), library({ alt: '' }))).toContain('aria-label="Show the picture larger"'))

test('a wide picture reaches beyond the column, unless something stands there', () => {
  const wide = anImage('gate', { wide: true })
  expect(shows(wide)).toContain('class="shot beyond"')
  expect(shows(wide, library({}), { narrow: new Set([wide]) })).toContain('class="shot"')
})

test('a gallery shows those that are there, each with its words, in rows', () => {
  const html = shows(gallery('gate', 'lock', 'gone', 'weir'), library({}, { id: 'lock' }, { id: 'weir' }))
  expect([count(html, /<figure class="by1">/g), count(html, /<figure class="by2">/g)]).toEqual([1, 2])
  expect(count(html, /<figcaption>/g)).toBe(3)
  expect(html).toContain('<section class="gallery" aria-label="Pictures">')
})

test('a film has its poster, its room and its captions, and is not fetched before it plays', () => {
  const film = {
    id: 'film',
    kind: 'video',
    type: 'video/mp4',
    poster: 'gate',
    seconds: 200,
    width: 640,
    height: 360,
  } as const
  const html = shows(aClip('film'), library({}, { ...film, captions: 'WEBVTT', captionsLanguage: 'cy' }))
  expect(html).toContain('preload="none" poster="/media/gate/0123456789ab-0/1280.jpeg" width="640" height="360"')
  expect(html).toContain('<source src="/media/film/0123456789ab-0/clip.mp4" type="video/mp4"/>')
  expect(html).toContain('src="/media/film/0123456789ab-0/captions.vtt" srcLang="cy" label="Welsh"')
  expect(html).toContain('<span>Film: Imre Caddow, 3:20</span>')
  expect(shows(aClip('film'), library(film))).not.toContain('<track')
})

test('a sound has a player without a picture', () => {
  const sound = { id: 'bell', kind: 'audio', type: 'audio/mp4', width: null, height: null, seconds: 3725 } as const
  const html = shows(aClip('bell'), library(sound))
  expect(html).toContain('<audio controls="" preload="none" aria-label="Gate four at dusk.">')
  expect(html).toContain('clip.m4a')
  expect(html).toContain('1:02:05')
})

test('by a private link all files are the link’s', () => {
  const items = library({}, { id: 'film', kind: 'video', type: 'video/webm', poster: 'gate', captions: 'WEBVTT' })
  for (const block of [anImage('gate'), gallery('gate'), aClip('film')]) {
    const html = shows(block, items, { base: '/preview/t/media' })
    expect(html).toContain('"/preview/t/media/')
    expect(html).not.toMatch(/["\s]\/media\//)
  }
})
