import { leftBehind } from '#lib/publication/addresses'
import type { Live, Rows, Stamp } from '#lib/publication/live'
import { liveAddresses, liveStories, liveStoryPeople, liveStoryTopics } from '#lib/site/tables'

import { liftContent, type StoryContent } from './content'
import { bodyText, countWords } from './document/text'

const tables = { stories: liveStories, topics: liveStoryTopics, people: liveStoryPeople, addresses: liveAddresses }
type StoryRows = Rows<typeof tables>

/** A story's own address as the live side keeps it: the section by id, so that it outlives the section's renaming. */
const addressKey = (story: { sectionId: string; slug: string }) => `${story.sectionId}/${story.slug}`

/** How a story's revisions become what readers see. */
export const liveStory: Live<StoryContent, typeof tables> = {
  kind: 'story',
  tables,
  lift: liftContent,
  rows: (content, before, stamp) => (content ? shown(content, before, stamp) : withdrawn(before, stamp)),
  keys,
  search({ stories: [story] }) {
    return story && { id: story.id, title: story.headline, summary: story.standfirst, text: bodyText(story.body) }
  },
}

function shown(content: StoryContent, before: StoryRows, stamp: Stamp): StoryRows {
  const { subject, revision, seq, at } = stamp
  if (revision === null) throw new Error('a story is shown from a revision')
  const first = before.stories[0]
  const { topics, people, ...rest } = content
  const { id, publishedAt } = first ?? { id: seq, publishedAt: at }
  return {
    stories: [
      {
        ...rest,
        id,
        subject,
        revision,
        words: countWords(bodyText(content.body)),
        publishedAt,
        updatedAt: first && saysTheSame(first, content) ? first.updatedAt : at,
      },
    ],
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

/** Readers are told of an update when the text changed, not when an editor moved or tagged the story. */
const saysTheSame = (before: StoryRows['stories'][number], after: StoryContent) =>
  before.headline === after.headline &&
  before.standfirst === after.standfirst &&
  before.dateline === after.dateline &&
  JSON.stringify(before.body) === JSON.stringify(after.body)

/** Every address that the story ever had says that it was taken down, and nothing of its text. */
const withdrawn = (before: StoryRows, stamp: Stamp): StoryRows => ({
  stories: [],
  topics: [],
  people: [],
  addresses: leftBehind(
    'story',
    before.stories.map(addressKey),
    before.addresses,
    undefined,
    { state: 'gone', note: stamp.note },
    stamp,
  ),
})

function keys({ stories: [story], topics, people, addresses }: StoryRows): string[] {
  const subject = story?.subject ?? addresses[0]?.subject
  if (!subject) return []
  const paths = addresses.map(({ path }) => `path:${path}`)
  if (!story) return [`story:${subject}`, ...paths]
  return [
    `story:${subject}`,
    `section:${story.sectionId}`,
    ...topics.map(({ topicId }) => `topic:${topicId}`),
    ...people.map(({ personId }) => `person:${personId}`),
    'front:home',
    'latest:',
    'search:',
    `path:${addressKey(story)}`,
    ...paths,
  ]
}
