import { mediaBlocks } from '#lib/story/document/media-uses'
import { inlineText } from '#lib/story/document/text'

import { type Card, cardsOf } from '../queries/cards'
import { findFront, listRich } from '../queries/front'
import { listLatest, listSection, listTopic } from '../queries/lists'
import { findItems, type LibraryItem } from '../queries/media'
import { listSections, type Section } from '../queries/paper'
import { findTopics } from '../queries/places'
import { findStory, type Story } from '../queries/story'
import { pictureOf } from '../shown'
import { type FrontContent, type FrontId, picturesIn, placedIn } from './content'
import { defaultFront } from './default'
import { type FilledFront, fillFront } from './fill'
import type { Filling, Place } from './filling'
import { everyCard, type Lists } from './pool'

/** Of the paper's newest, and of each section, as many as a front may need. */
const newest = 40
const perSection = 16

/** Pictures of which a story has at least so many make a picture essay. */
const essaySize = 4

/**
 * A front as readers see it now.
 * @param content of one that they have not got yet; else theirs is looked up, or made by rule where no editor has made it
 * @param unseen what it shows of the library itself, as who makes it sees that
 */
export async function loadFront(
  id: FrontId,
  content?: FrontContent,
  unseen?: ReadonlyMap<string, LibraryItem>,
): Promise<FilledFront> {
  const sections = await listSections()
  const front = content ?? (await findFront(id)) ?? defaultFront(id, sections)
  const [lists, cards, items, topics] = await Promise.all([
    listsFor(front, id, sections),
    cardsOf([...new Set(placedIn(front).map(({ story }) => story))]),
    unseen ?? findItems(picturesIn(front).join(' ')),
    findTopics(topicsIn(front).join(' ')),
  ])
  const hand = new Map(cards.map((card) => [card.id, card]))
  const named = new Map<string, Place>([
    ...sections.map((one) => [one.id, placeOf(one.name, `/${one.slug}`, one)] as const),
    ...topics.map((one) => [one.id, placeOf(one.name, `/topics/${one.slug}`, one)] as const),
  ])
  const rich = front.containers.some(({ kind }) => kind === 'essay')
    ? new Set(
        await listRich(
          everyCard(lists)
            .map(({ id }) => id)
            .join(' '),
          essaySize,
        ),
      )
    : new Set<string>()
  return fillFront(front, {
    lists,
    hand,
    items,
    placeOf: ({ title, source, id }) => {
      const place = source.of === 'newest' ? undefined : named.get(source.id)
      return { id, path: undefined, colour: '', ...place, title: title || place?.title || '' }
    },
    textOf: async (card) => paragraphsOf(await storyOf(card)),
    picturesOf: async (card) => (rich.has(card.id) || hand.has(card.id) ? picturesOf(await storyOf(card)) : []),
  })
}

const placeOf = (title: string, path: string, { id, colour = '' }: { id: string; colour?: string }): Place => ({
  id,
  title,
  path,
  colour,
})

const topicsIn = ({ containers }: FrontContent) => [
  ...new Set(containers.flatMap(({ source }) => (source.of === 'topic' ? source.id : []))),
]

/** Only what the front's containers are filled from; a splash of the whole paper takes from every section. */
async function listsFor({ containers }: FrontContent, id: FrontId, sections: Section[]): Promise<Lists> {
  const ofAll = containers.some(({ kind, source }) => kind === 'splash' && source.of === 'newest')
  const wanted = new Set(containers.flatMap(({ source }) => (source.of === 'section' ? source.id : [])))
  const ofPaper = containers.some(({ source }) => source.of === 'newest')
  const [all, bySection, byTopic] = await Promise.all([
    ofPaper ? listLatest(newest) : [],
    Promise.all(
      sections
        .filter((section) => ofAll || wanted.has(section.id))
        .map(async (section) => ({ section, cards: await sectionList(section.id, id) })),
    ),
    Promise.all(
      topicsIn({ containers }).map(async (topic) => [topic, (await listTopic(topic, undefined)).cards] as const),
    ),
  ])
  return { newest: all, sections: bySection, topics: new Map(byTopic) }
}

/** Of the section whose front it is, what its page lists anyway. */
const sectionList = async (section: string, front: FrontId) =>
  (front === `section:${section}`
    ? await listSection(section, undefined)
    : await listSection(section, undefined, perSection)
  ).cards

function storyOf({ path }: Card): Promise<Story | undefined> {
  const [, place = '', slug = ''] = path.split('/')
  return findStory(place, slug)
}

const paragraphsOf = (story: Story | undefined): string[] =>
  (story?.body.content ?? [])
    .flatMap((block) => (block.type === 'paragraph' ? inlineText(block.content) : []))
    .filter(Boolean)

function picturesOf(story: Story | undefined): Awaited<ReturnType<Filling['picturesOf']>> {
  if (!story) return []
  const inText = mediaBlocks(story.body).flatMap(({ type, attrs }) =>
    type === 'image' ? (pictureOf(attrs, story.items) ?? []) : [],
  )
  return [story.picture, ...inText].filter((shown) => shown !== undefined)
}
