import { eq, isNotNull } from 'drizzle-orm'
import sharp from 'sharp'

import type { Actor } from '#lib/auth/actor'
import { beginThread } from '#lib/comment/commands'
import { db } from '#lib/db/client'
import { publishFront, scheduleFront } from '#lib/front/commands/draft'
import { mediaStore } from '#lib/media/store/open'
import { media } from '#lib/media/tables'
import { people } from '#lib/people/tables'
import { makePreviewLink } from '#lib/preview/commands'
import { insertReport } from '#lib/report/commands'
import { listSections } from '#lib/section/queries'
import { addSeries } from '#lib/series/commands'
import type { FrontContent, Placed } from '#lib/site/front/content'
import { facts } from '#lib/site/front/kinds/facts'
import { createStory, type NewStory } from '#lib/story/commands/create'
import { setEmbargo } from '#lib/story/commands/embargo'
import { endPlans } from '#lib/story/commands/end-plan'
import { scheduleExpiry } from '#lib/story/commands/expiry'
import { keepNamed } from '#lib/story/commands/keep-named'
import { scheduleStory } from '#lib/story/commands/schedule'
import { spikeStory } from '#lib/story/commands/spike'
import { withdrawStory } from '#lib/story/commands/withdraw'
import type { Block } from '#lib/story/document/nodes'
import { longest } from '#lib/story/presentation'
import { storyEmbargoes, storySchedules } from '#lib/story/tables'
import { draft, slot } from '#lib/testing/fronts'
import { aPicture } from '#lib/testing/media'
import { aSeries } from '#lib/testing/series'
import { aDocument, paragraph, publishNow, retype, seenNow } from '#lib/testing/stories'
import { listTopics } from '#lib/topic/queries'
import { type Canary, canaryWords, type Words } from './canary-words'
import { draftPaper } from './press-paper'

type Made = { by: Actor; id: string; words: Words; hour: Date }
type State = { status: [before: 200 | 404 | 410, after: 200 | 404 | 410, end?: 410]; make?: (made: Made) => unknown }

const publish = ({ by, id }: Made) => publishNow(by, id, new Date())
const plan = async ({ by, id, hour }: Made, told = {}) =>
  scheduleStory(by, id, await seenNow(id), { at: hour, ...told })
const embargo = ({ by, id, words }: Made, until: Date | null) => setEmbargo(by, id, { until, why: words.why })

/** All that may be between the first word and the archive, with what its address answers before the hour and after it. */
const states: Record<string, State> = {
  draft: { status: [404, 404] },
  spiked: { status: [404, 404], make: ({ by, id }) => spikeStory(by, id) },
  scheduled: { status: [404, 200], make: (made) => plan(made) },
  'under embargo, and scheduled': {
    status: [404, 200],
    make: async (made) => {
      await embargo(made, made.hour)
      await plan(made)
    },
  },
  'under embargo until the hour': { status: [404, 404], make: (made) => embargo(made, made.hour) },
  'under embargo without end': { status: [404, 404], make: (made) => embargo(made, null) },
  'taken off the schedule': {
    status: [404, 404],
    make: async (made) => {
      await plan(made)
      await db.write((tx) => endPlans(tx, made.id, ['publish'], { by: made.by.id, at: new Date() }))
    },
  },
  withdrawn: {
    status: [410, 410],
    make: async (made) => {
      await publish(made)
      await withdrawStory(made.by, made.id, 'It was wrong.', 'wrong')
    },
  },
  expiring: {
    status: [200, 410],
    make: async (made) => {
      await publish(made)
      await scheduleExpiry(made.by, made.id, made.hour)
    },
  },
  live: { status: [200, 200], make: publish },
  'live, its update scheduled': {
    status: [200, 200],
    make: async (made) => {
      await publish(made)
      await retype(made.id, made.by, { standfirst: `What ${made.words.planned} means.` }, new Date())
      await plan(made, { change: 'update' })
    },
  },
  'live, withdrawn by hand at the end': { status: [200, 200, 410], make: publish },
}

/**
 * A story in each state, every one with comments, an older revision, later edits and a preview link, all in words of their
 * own. A live one names the hidden ones among what else is to be read.
 * @param original whose section, topics and byline they get
 */
export async function hide(by: Actor, original: NewStory, hour: Date): Promise<Canary[]> {
  const canaries: Canary[] = []
  const { sectionId = null, topics = [], people: byline = [] } = original
  const [section, lists] = await placeOf(sectionId, topics, byline)
  for (const [state, { status, make }] of Object.entries(states)) {
    const words = canaryWords()
    const picture = await hidePicture(by, words)
    const main = { media: picture.id, alt: '', caption: '', credit: '', crop: '' }
    const paid = canaries.length % 2 === 1
    const sponsor = paid ? words.sponsor : ''
    const id = await begin(by, words, { sectionId, topics, people: byline, main, sponsor }, canaries)
    await make?.({ by, id, words, hour })
    // Spiked, it is edited no more.
    if (state !== 'spiked') await goOn(by, id, words)
    const [before, after, end = after] = status
    const { headline, standfirst, body, slug, dateline, searchTitle, searchDescription } = words
    const { alt, caption, credit, kicker } = words
    const said = [headline, standfirst, body, slug, dateline, searchTitle, searchDescription, kicker]
    const open = [...said, ...(paid ? [sponsor] : []), alt, caption, credit, words.onFront]
    const path = `/${section}/${slug}`
    canaries.push({ state, id, path, section, lists, picture, words, status: { before, after, end }, paid, open })
  }
  await placeOnFronts(by, canaries, hour)
  await placeInSeries(by, canaries)
  await draftPaper(by, canaries)
  return canaries
}

/**
 * The home front, as readers have it, places all of them, with words over each; its draft, and a version of it that waits
 * for a later hour than theirs, say something else of them.
 */
async function placeOnFronts(by: Actor, canaries: Canary[], hour: Date) {
  const titled = (title: string, slots: Placed[]): FrontContent => ({
    containers: [
      { id: 'lead', kind: 'lead', title: '', source: { of: 'newest' }, slots: [] },
      { id: 'canaries', kind: 'briefs', title, source: { of: 'newest' }, slots },
    ],
  })
  const place = (say: (words: Words) => Partial<Placed>) =>
    canaries.slice(0, facts.briefs.most).map(({ id, words }) => slot(id, say(words)))
  const version = await draft(
    by,
    'home',
    titled(
      '',
      place(({ onFront }) => ({ kicker: onFront })),
    ),
    new Date(),
  )
  await publishFront(by, 'home', { version })
  const [first] = canaries
  const planned = titled(
    first?.words.onPlanned ?? '',
    place(({ onPlanned }) => ({ headline: onPlanned })),
  )
  const later = new Date(hour.getTime() + 24 * 3_600_000)
  await scheduleFront(by, 'home', { version: await draft(by, 'home', planned, new Date()) }, { at: later })
  const drafted = place(({ onDraft }) => ({ headline: onDraft, kicker: onDraft }))
  await draft(by, 'home', titled(first?.words.onDraft ?? '', drafted), new Date())
}

/** One series, as readers have it, is made of all of them; each has a draft of another one, and a report. */
async function placeInSeries(by: Actor, canaries: Canary[]) {
  const parts = canaries.map(({ id }) => id)
  await aSeries(by, 'Gates in parts', parts, new Date())
  for (const { id: story, words } of canaries) {
    await addSeries(by, words.onSeries)
    const report = { text: `It was ${words.report}.`, passage: words.report, email: `${words.report}@paper.example` }
    await db.write((tx) => insertReport(tx, story, report, new Date()))
  }
}

/** A picture that may be shown, in words of its own, with a file that readers' files can be made of. */
async function hidePicture(by: Actor, { alt, caption, credit, file: name, notes }: Words): Promise<Canary['picture']> {
  const sides = { width: 320, height: 180 }
  const said = { name: `${name}.jpg`, alt: `A ${alt}`, caption: `At ${caption}.`, credit, notes }
  const id = await aPicture(by, { ...said, ...sides }, new Date())
  const [row] = await db.select({ file: media.file, hash: media.hash }).from(media).where(eq(media.id, id))
  const ground = sharp({ create: { ...sides, channels: 3, background: '#336699' } })
  await mediaStore().put(`${row?.file}/master`, await ground.jpeg().toBuffer(), 'image/jpeg')
  return { id, path: `/media/${id}/${row?.hash.slice(0, 12)}-0/320.webp` }
}

async function placeOf(sectionId: string | null, topics: string[], byline: string[]): Promise<[string, string[]]> {
  const section = (await listSections()).find(({ id }) => id === sectionId)?.slug ?? ''
  const topic = (await listTopics()).find(({ id }) => id === topics[0])?.slug
  const [person] = await db
    .select({ slug: people.slug })
    .from(people)
    .where(eq(people.id, byline[0] ?? ''))
  if (!section || !topic || !person) throw new Error('The story to copy has no section, topic or byline.')
  return [section, [`/${section}`, `/topics/${topic}`, `/bylines/${person.slug}`]]
}

/** Its text as readers may come to have it; an older revision says something else, too. */
async function begin(by: Actor, words: Words, place: NewStory, others: Canary[]): Promise<string> {
  const { headline, standfirst, body, past, slug, dateline, searchTitle, searchDescription, kicker } = words
  const related = others.map(({ id }, i) => ({ type: 'relatedStory', attrs: { id: `r${i}`, story: id, note: '' } }))
  const document = {
    ...aDocument(`Gates of ${headline}`, `They said ${past}.`),
    standfirst: `What ${standfirst} means.`,
  }
  // A live one is followed by those that hide, and is the translation of one of them.
  const linked = { related: others.slice(0, longest.related).map(({ id }) => id), original: others[0]?.id ?? '' }
  const fields = { ...place, ...linked, slug, dateline, searchTitle, searchDescription, kicker }
  const id = await createStory(by, { ...fields, document })
  await keepNamed(by, id, words.version)
  const content = [paragraph('p1', `They said ${body}.`), ...(related as Block[])]
  await retype(id, by, { body: { type: 'doc', content } }, new Date())
  return id
}

/** What goes on at the desk: comments, a link for a lawyer, edits that readers do not have. */
async function goOn(by: Actor, id: string, { comment, label, edit, body }: Words) {
  await beginThread(by, id, null, { text: `Is ${comment} so?`, mentions: [] })
  await makePreviewLink(by, id, { label, hours: 24 })
  const content = [paragraph('p1', `They said ${body}.`), paragraph('p2', `Or ${edit}.`)]
  await retype(id, by, { body: { type: 'doc', content } }, new Date())
}

/** Whatever waits for an hour waits for this one. */
export async function callHour(at: Date): Promise<string> {
  await db.write(async (tx) => {
    await tx.update(storySchedules).set({ dueAt: at }).where(eq(storySchedules.state, 'waiting'))
    await tx.update(storyEmbargoes).set({ until: at }).where(isNotNull(storyEmbargoes.until))
  })
  return 'called'
}
