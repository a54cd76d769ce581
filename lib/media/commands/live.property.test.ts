import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { lives } from '#lib/cli/lives'
import { db } from '#lib/db/client'
import { isRefusal } from '#lib/errors'
import { setFace } from '#lib/people/commands/face'
import { rebuildLive } from '#lib/publication/rebuild'
import { liveMedia, livePeople, liveStoryMedia } from '#lib/site/tables'
import { setFields } from '#lib/story/commands/fields'
import { putBack } from '#lib/story/commands/put-back'
import { removeStory } from '#lib/story/commands/remove'
import { withdrawStory } from '#lib/story/commands/withdraw'
import { loadStory } from '#lib/story/queries/load'
import { aClip, aUse } from '#lib/testing/blocks'
import { deskForAll } from '#lib/testing/desk'
import { aPicture } from '#lib/testing/media'
import { when } from '#lib/testing/newsroom'
import { aDocument, aStory, publishNow, retype } from '#lib/testing/stories'

import { hasExpired } from '../rights'
import { media } from '../tables'
import { cutMedia, editMedia } from './edit'
import { takeExpired } from './expire'
import { setPoster } from './film'
import { clearMedia, removeMedia, withholdMedia } from './withhold'

const desk = deskForAll()

const verbs = [
  'main',
  'write',
  'publish',
  'withdraw',
  'put-back',
  'remove-story',
  'say',
  'cut',
  'end',
  'expire',
  'withhold',
  'clear',
  'remove',
  'poster',
  'face',
] as const
type Step = { verb: (typeof verbs)[number]; on: number; to: number }
/** The last of them is a film. */
type Shelf = { stories: string[]; items: string[] }

const aFilm = (poster: string, now: Date) => aPicture(desk.nadia, { kind: 'video', poster }, now)
const versionOf = async (id: string) =>
  (await db.select({ is: media.version }).from(media).where(eq(media.id, id)))[0]?.is ?? 0

/** Some steps are refused, as they would be for an editor; what they leave must be nothing. */
async function take({ verb, on, to }: Step, { stories, items }: Shelf, now: Date) {
  const { petra } = desk
  const [story, item] = [stories[on % stories.length]!, items[to]!]
  switch (verb) {
    case 'main':
      return setFields(petra, story, (await loadStory(db, story)).version, { main: on ? aUse(item) : null }, now)
    case 'write': {
      const { body } = aDocument('', `At ${now.getTime()}.`)
      return retype(story, petra, { body: { ...body, content: [...body.content, aClip(item)] } }, now)
    }
    case 'publish':
      return publishNow(petra, story, now)
    case 'withdraw':
      return withdrawStory(petra, story, 'It was wrong.', 'wrong', now)
    case 'put-back':
      return putBack(petra, story, now)
    case 'remove-story':
      await removeStory(petra, story, now)
      stories[on % stories.length] = await aStory(petra, 'Again', {}, now)
      return
    case 'say':
      return editMedia(petra, item, await versionOf(item), { credit: `Credit ${now.getTime()}` }, now)
    case 'cut':
      return cutMedia(petra, item, await versionOf(item), { focus: { x: on / 2, y: 0.5 } }, now)
    case 'end': {
      const expiresAt = on ? new Date(now.getTime() + on) : null
      return editMedia(petra, item, await versionOf(item), { expiresAt, onExpiry: 'withdraw' }, now)
    }
    case 'expire':
      return db.write((tx) => takeExpired(tx, item, now))
    case 'withhold':
      return withholdMedia(petra, item, now)
    case 'clear':
      return clearMedia(petra, item, now)
    case 'remove':
      await removeMedia(petra, item, now)
      items[to] = await (to === 3 ? aFilm(items[1]!, now) : aPicture(petra, {}, now))
      return
    case 'poster':
      return setPoster(petra, items[3]!, await versionOf(items[3]!), on ? item : null, now)
    case 'face':
      return setFace(petra, petra.id, on ? item : null, now)
  }
}

/** What live stories, bylines and films show and the library lets readers have; what has run out may wait for its job. */
async function ofReaders(now: Date) {
  const stories = await db
    .select({ id: liveStoryMedia.mediaId })
    .from(liveStoryMedia)
    .where(eq(liveStoryMedia.now, true))
  const faces = await db.select({ id: livePeople.face }).from(livePeople)
  const posters = await db.select({ id: liveMedia.poster }).from(liveMedia)
  const used = new Set([...stories, ...faces, ...posters].map(({ id }) => id))
  const rows = await db.select().from(media)
  const open = rows.filter(({ id, withheldAt }) => used.has(id) && !withheldAt)
  const waits = ({ onExpiry, expiresAt }: (typeof rows)[number]) =>
    onExpiry === 'withdraw' && hasExpired({ expiresAt }, now)
  return { may: open.map(({ id }) => id), must: open.filter((row) => !waits(row)).map(({ id }) => id) }
}

test('whatever becomes of stories and of what they show, readers have just what is shown, as the log gives it', async () => {
  const step = fc.record({
    verb: fc.constantFrom(...verbs, 'publish', 'publish', 'withdraw'),
    on: fc.nat({ max: 2 }),
    to: fc.nat({ max: 3 }),
  })
  let turn = 0
  const property = fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60, size: 'max' }), async (steps) => {
    const at = () => new Date(when.getTime() + ++turn)
    const shelf: Shelf = { stories: [], items: [] }
    for (let count = 0; count < 3; count += 1) shelf.items.push(await aPicture(desk.nadia, {}, at()))
    shelf.items.push(await aFilm(shelf.items[1]!, at()))
    for (const [on, to] of [
      [0, 2],
      [1, 3],
    ] as const) {
      shelf.stories.push(await aStory(desk.petra, `Story ${on}`, {}, at()))
      await take({ verb: 'write', on, to }, shelf, at())
    }
    for (const one of steps)
      await take(one, shelf, at()).catch((error) => {
        if (!isRefusal(error)) throw error
      })
    const { may, must } = await ofReaders(at())
    const live = (await db.select({ id: liveMedia.subject }).from(liveMedia)).map(({ id }) => id)
    expect(live.filter((id) => !may.includes(id))).toEqual([])
    expect(must.filter((id) => !live.includes(id))).toEqual([])
    expect(await rebuildLive(lives, { check: true })).toEqual([])
  })
  await fc.assert(property, { numRuns: 12 })
}, 120_000)
