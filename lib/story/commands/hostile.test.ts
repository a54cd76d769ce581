import { eq } from 'drizzle-orm'
import { Parser } from 'htmlparser2'
import { expect, test } from 'vitest'

import { asItIs } from '#lib/checks/paste/from-text'
import { db } from '#lib/db/client'
import { revisions } from '#lib/publication/tables'
import { liveStories } from '#lib/site/tables'
import { deskForAll } from '#lib/testing/desk'
import { hostile } from '#lib/testing/hostile'
import { askSite } from '#lib/testing/site'
import { aStory, publishNow } from '#lib/testing/stories'

import type { StoryContent } from '../content'
import { cleanText } from '../document/clean'
import { schemaVersion } from '../document/nodes'
import { inlineText } from '../document/text'
import { toDocument } from '../document/ydoc'
import { loadLog } from '../log/read'

const desk = deskForAll()

/** What is left of a text whose control characters are dropped, as the design has it; all else code point for code point. */
const lines = hostile.map(cleanText).filter(Boolean)
/** The same on one line, for what feeds carry. */
const line = `Strings: ${lines.join(' ┊ ')}.`

const textsIn = (content: { type: string; content?: unknown }[]) =>
  content.map((block) => inlineText(block.content as Parameters<typeof inlineText>[0]))

/** The words of the elements that `wanted` names, as a parser of HTML or XML has them. */
function words(
  text: string,
  wanted: (name: string, attrs: Record<string, string>) => boolean,
  xmlMode = false,
): string[] {
  const found: string[] = []
  let inside = 0
  const parser = new Parser(
    {
      onopentag(name, attrs) {
        if (inside) inside++
        else if (wanted(name, attrs)) {
          inside = 1
          found.push('')
        }
      },
      ontext: (part) => {
        if (inside) found[found.length - 1] += part
      },
      onclosetag: () => {
        if (inside) inside--
      },
    },
    { xmlMode, decodeEntities: true },
  )
  parser.end(text)
  return found
}

test('hostile strings go into a story as plain text and come out of every layer code point for code point', async () => {
  const body = asItIs(hostile.join('\n'))
  expect(body.map(({ content }) => inlineText(content))).toEqual(lines)

  const document = {
    schema: schemaVersion,
    headline: 'Strings',
    standfirst: line,
    body: { type: 'doc' as const, content: body },
  }
  const id = await aStory(desk.nadia, 'Strings', { document })
  // The log: what editors of it get.
  const written = toDocument(await loadLog(db, id))
  expect(textsIn(written.body.content)).toEqual(lines)
  expect(written.standfirst).toBe(line)

  await publishNow(desk.sal, id)
  const [revision] = await db.select({ content: revisions.content }).from(revisions).where(eq(revisions.subject, id))
  const kept = revision!.content as StoryContent
  expect([textsIn(kept.body.content), kept.standfirst]).toEqual([lines, line])
  const [live] = await db
    .select({ body: liveStories.body, standfirst: liveStories.standfirst })
    .from(liveStories)
    .where(eq(liveStories.subject, id))
  expect([textsIn(live!.body.content), live!.standfirst]).toEqual([lines, line])

  const page = await askSite('[place]/[slug]/page.tsx', { params: { place: 'river', slug: 'strings' } })
  const inText = words(page, (name, { class: kind }) => name === 'div' && kind?.split(' ').includes('text') === true)
  expect(inText.join('')).toContain(lines.join(''))
  expect(words(page, (name) => name === 'script').join('')).not.toContain('alert(1)</script>')

  const feed = await askSite('feed.xml/route.ts')
  expect(words(feed, (name) => name === 'description', true)).toContain(line)
})
