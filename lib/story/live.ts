import { leftBehind } from '#lib/publication/addresses'
import type { Live, Rows, Stamp } from '#lib/publication/live'
import { archiveKeys } from '#lib/site/archive-keys'
import { standsKey, storyStandsKey } from '#lib/site/menu/keys'
import {
  liveAddresses,
  liveCorrections,
  liveStories,
  liveStoryMedia,
  liveStoryPeople,
  liveStoryTopics,
  liveVersions,
} from '#lib/site/tables'

import { liftContent, type StoryContent } from './content'
import { bodyText, countWords } from './document/text'
import { mediaAfter } from './live-media'
import { closed, correctionsAfter, detailOf, isTold, opened, versionsAfter } from './live-versions'

const tables = {
  stories: liveStories,
  topics: liveStoryTopics,
  people: liveStoryPeople,
  media: liveStoryMedia,
  versions: liveVersions,
  corrections: liveCorrections,
  addresses: liveAddresses,
}
type StoryRows = Rows<typeof tables>

/** A story's own address as the live side keeps it: the section by id, so that it outlives the section's renaming. */
const addressKey = (story: { sectionId: string; slug: string }) => `${story.sectionId}/${story.slug}`

/** How a story's revisions become what readers see. */
export const liveStory: Live<StoryContent, typeof tables> = {
  kind: 'story',
  tables,
  lift: liftContent,
  rows(content, before, stamp) {
    if (stamp.act === 'close-version') return { ...before, versions: closed(before.versions, stamp) }
    if (!content) return withdrawn(before, stamp)
    if (stamp.act === 'open-version') return { ...before, versions: opened(content, before.versions, stamp) }
    return shown(content, before, stamp)
  },
  keys,
  turns: ({ stories, topics }) => ({
    ...Object.fromEntries(stories.map(({ subject }) => [storyStandsKey(subject), 'so'])),
    ...Object.fromEntries(topics.map(({ subject, topicId }) => [standsKey('topic', topicId, subject), 'so'])),
  }),
  search({ stories: [story] }) {
    return story && { id: story.id, title: story.headline, summary: story.standfirst, text: bodyText(story.body) }
  },
}

function shown(content: StoryContent, before: StoryRows, stamp: Stamp): StoryRows {
  const { subject, revision, seq, at } = stamp
  if (revision === null) throw new Error('a story is shown from a revision')
  const [first] = before.stories
  const { topics, people, ...rest } = content
  const { restored } = detailOf(stamp)
  const { id, publishedAt } = first ?? { id: seq, publishedAt: restored ? new Date(restored.publishedAt) : at }
  const told = isTold(first, content, detailOf(stamp))
  return {
    stories: [
      {
        ...rest,
        id,
        subject,
        revision,
        words: countWords(bodyText(content.body)),
        publishedAt,
        updatedAt: first && !told ? first.updatedAt : restored?.updatedAt ? new Date(restored.updatedAt) : at,
      },
    ],
    media: mediaAfter(content, before.media, subject),
    versions: versionsAfter(content, before.versions, stamp, told),
    corrections: correctionsAfter(before.corrections, stamp),
    topics: topics.map((topicId, position) => ({ subject, topicId, position, publishedAt, storyId: id })),
    people: people.map((personId, position) => ({ subject, personId, position, publishedAt, storyId: id })),
    addresses: leftBehind(
      'story',
      before.stories.map(addressKey),
      before.addresses,
      addressKey(content),
      { state: 'moved' },
      stamp,
    ),
  }
}

/** Every address that the story ever had says that it was taken down, and nothing of its text. */
const withdrawn = (before: StoryRows, stamp: Stamp): StoryRows => ({
  stories: [],
  topics: [],
  people: [],
  media: [],
  versions: [],
  corrections: [],
  addresses: leftBehind(
    'story',
    before.stories.map(addressKey),
    before.addresses,
    undefined,
    { state: 'gone', note: stamp.note },
    stamp,
  ),
})

function keys({ stories: [story], topics, people, corrections, addresses }: StoryRows): string[] {
  const subject = story?.subject ?? addresses[0]?.subject
  if (!subject) return []
  const paths = addresses.map(({ path }) => `path:${path}`)
  if (!story) return [`story:${subject}`, ...paths]
  return [
    `story:${subject}`,
    `section:${story.sectionId}`,
    // Its translations name each other and it.
    ...(story.original ? [`story:${story.original}`] : []),
    ...topics.map(({ topicId }) => `topic:${topicId}`),
    ...people.map(({ personId }) => `person:${personId}`),
    'front:home',
    'latest:',
    'search:',
    ...archiveKeys(story.publishedAt),
    ...(corrections.length ? ['corrections:'] : []),
    `path:${addressKey(story)}`,
    ...paths,
  ]
}
