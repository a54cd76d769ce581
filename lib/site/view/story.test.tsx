import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'

import { en } from '#lib/messages/en'
import { aStoryShown } from '#lib/testing/a-story-shown'
import { anImage } from '#lib/testing/blocks'
import { anItem, aShown } from '#lib/testing/shown'
import { paragraph } from '#lib/testing/stories'

import type { Story } from '../queries/story'
import { StoryView } from './story'

const on = { zone: 'Europe/London', language: 'en-GB' }
const shown = (more: Partial<Story> = {}) =>
  renderToStaticMarkup(<StoryView story={aStoryShown(more)} targets={new Map()} rail={[]} t={en} on={on} />)
const opinion = { id: 'o', slug: 'opinion', name: 'Opinion', colour: 'opinion' }
const classOf = (html: string) => /<article class="([^"]*)"/.exec(html)?.[1]

test('a story is laid out as its editor chose; one of a voice section as opinion, unless they chose otherwise', () => {
  expect(classOf(shown())).toBe('wrap story river')
  expect(classOf(shown({ layout: 'feature' }))).toBe('wrap story river feature')
  expect(classOf(shown({ layout: 'opinion' }))).toBe('wrap story river voice')
  expect(classOf(shown({ section: opinion }))).toBe('wrap story opinion voice')
  expect(classOf(shown({ section: opinion, layout: 'brief' }))).toBe('wrap story opinion short')
})

test('over the headline stand section and kicker, which goes before the topic; over an opinion who wrote it', () => {
  const topics = [{ id: 't', slug: 'tide', name: 'Tide' }]
  const over = (more: Partial<Story>) => /<p class="kicker">(.*?)<\/p>/.exec(shown(more))?.[1]?.replace(/<[^>]+>/g, '')
  expect(over({ topics })).toBe('River / Tide')
  expect(over({ topics, kicker: 'Analysis' })).toBe('River / Analysis')
  expect(over({ topics, layout: 'opinion' })).toBe('Nadia Orrell / River / Tide')
  expect(over({ layout: 'opinion', authors: [] })).toBe('River')
})

test('who paid for it is told before the headline, what a machine made with names and times', () => {
  const html = shown({ sponsor: 'Harl <Ferries>', machine: 'both' })
  expect(html.indexOf('Paid for by Harl &lt;Ferries&gt;')).toBeGreaterThan(0)
  expect(html.indexOf('Paid for by')).toBeLessThan(html.indexOf('<h1>'))
  expect(html).toContain(en.machine.both)
  expect(shown()).not.toMatch(/class="(paid|made)"/)
})

test('in another language the article and its dates are in that, the paper’s words in the paper’s', () => {
  const html = shown({ language: 'ar', machine: 'text' })
  expect(html).toMatch(/<article [^>]*lang="ar" dir="rtl"/)
  expect(html).toMatch(/<div class="meta" lang="en-GB" dir="ltr">/)
  expect(html).toMatch(/<time [^>]*lang="ar" dir="rtl">[^<]*مايو/)
  expect(shown()).not.toMatch(/<article [^>]*lang=/)
})

const pictured = {
  items: new Map(['gate', 'weir'].map((id) => [id, anItem({ id, alt: id })])),
  body: { type: 'doc' as const, content: [paragraph('p1', 'First words.'), anImage('weir'), anImage('gate')] },
}
const order = (html: string) => [...html.matchAll(/alt="(\w+)"|(First words)/g)].map(([, alt, words]) => alt ?? words)

test('of a gallery the pictures come before the text, none twice; else each stands where it was put', () => {
  const gallery = shown({ ...pictured, layout: 'gallery', picture: aShown({ id: 'gate', alt: 'gate' }) })
  expect(order(gallery)).toEqual(['weir', 'gate', 'First words'])
  expect(gallery.match(/fetchPriority="high"/gi)).toHaveLength(1)
  expect(order(shown(pictured))).toEqual(['First words', 'weir', 'gate'])
  expect(order(shown({ layout: 'gallery', picture: aShown({ alt: 'gate' }) }))).toEqual(['gate'])
})

test('a brief keeps its picture to the column, a feature has it across the page', () => {
  const picture = aShown({ width: 1500, height: 1150 })
  const figure = (layout: Story['layout']) => /<figure class="([^"]*)"/.exec(shown({ picture, layout }))?.[1]
  expect([figure('standard'), figure('feature'), figure('brief')]).toEqual(['main beyond', 'main', 'main within'])
})
