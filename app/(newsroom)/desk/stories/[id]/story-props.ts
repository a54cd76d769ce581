import type { StoryContent } from '#lib/story/content'
import { mainText } from '#lib/story/main-text'
import type { StoryOnScreen } from '#lib/story/queries/story'

import type { LiveProps, PlansProps, StoryProps } from './props'
import { comparable } from './room/waiting'

/** What the browser gets of a story: field by field, nothing else of the row. */
export function storyProps(
  story: StoryOnScreen,
  content: StoryContent | undefined,
  plans: PlansProps,
  me: string,
  report?: { passage: string; text: string },
): StoryProps {
  const { live, may } = story
  const hold = story.hold && { ...story.hold, mine: story.hold.personId === me }
  const free = !hold || hold.mine
  return {
    id: story.id,
    version: story.version,
    step: story.step,
    headline: story.headline,
    fields: {
      slug: story.slug,
      sectionId: story.sectionId,
      main: mainText(story.main),
      dateline: story.dateline,
      searchTitle: story.searchTitle,
      searchDescription: story.searchDescription,
      canonicalUrl: story.canonicalUrl,
      kicker: story.kicker,
      layout: story.layout,
      sponsor: story.sponsor,
      machine: story.machine,
      language: story.language,
      related: story.related,
      original: story.original,
      commissionedWords: story.commissionedWords,
      topics: story.topics.map(({ id, name }) => ({ id, name })),
      people: story.bylines.map(({ id, name }) => ({ id, name })),
    },
    slugFollows: !story.slugEdited && live.state === 'unpublished' && !plans.publish,
    assignedTo: story.assignedTo && { id: story.assignedTo.id, name: story.assignedTo.name },
    note: story.note ? { text: story.note, by: story.noteBy ?? 'An editor' } : null,
    spiked: story.spikedAt !== null,
    report: report && { passage: report.passage, text: report.text },
    hold: hold && { name: hold.name, why: hold.why, mine: hold.mine, waits: may.edit },
    last: story.last,
    live: live.state === 'live' && content ? liveProps(live, content) : null,
    plans,
    withdrawn: live.state === 'withdrawn' ? { at: live.at.getTime(), note: live.note } : null,
    may: {
      suggest: may.suggest && free,
      edit: may.edit && free,
      publish: may.publish && free,
      assign: may.assign,
      takeOver: may.takeOver && !hold?.mine,
      moves: free ? may.moves : [],
    },
  }
}

function liveProps(live: Extract<StoryOnScreen['live'], { state: 'live' }>, content: StoryContent): LiveProps {
  const { headline, standfirst, body, ...fields } = content
  return {
    path: live.path,
    revision: live.revision,
    publishedAt: live.publishedAt.getTime(),
    updatedAt: live.updatedAt.getTime(),
    text: { headline, standfirst, body },
    fields: comparable(fields),
  }
}
