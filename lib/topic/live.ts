import { leftBehind } from '#lib/publication/addresses'
import type { Live, Rows } from '#lib/publication/live'
import { linkTurns } from '#lib/site/menu/keys'
import { liveAddresses, liveTopics } from '#lib/site/tables'

/** A topic's revision. `mergedInto` names the topic that took it over; its addresses then lead there. */
export type TopicContent = { slug: string; name: string; mergedInto: string | null }

const tables = { topics: liveTopics, addresses: liveAddresses }

const pathOf = (topic: { slug: string }) => `/topics/${topic.slug}`

/** How a topic's revisions become what readers see. */
export const liveTopic: Live<TopicContent, typeof tables> = {
  kind: 'topic',
  tables,
  rows(content, before, stamp) {
    if (!content) throw new Error('topics are merged or removed, never withdrawn')
    const { slug, name, mergedInto } = content
    const had = before.topics.map(pathOf)
    if (mergedInto) {
      const addresses = leftBehind(
        'topic',
        had,
        before.addresses,
        undefined,
        { state: 'moved', target: mergedInto },
        stamp,
      )
      return { topics: [], addresses }
    }
    return {
      topics: [{ subject: stamp.subject, slug, name }],
      addresses: leftBehind('topic', had, before.addresses, pathOf(content), { state: 'moved' }, stamp),
    }
  },
  turns: ({ topics }) => linkTurns('topic', topics),
  keys: ({ topics, addresses }: Rows<typeof tables>) => [
    ...topics.flatMap((topic) => [`topic:${topic.subject}`, `path:${pathOf(topic)}`]),
    ...addresses.flatMap(({ path, target }) => [`path:${path}`, `topic:${target}`]),
  ],
}
