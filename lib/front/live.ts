import type { Live } from '#lib/publication/live'
import { type FrontContent, type Placed, picturesIn } from '#lib/site/front/content'
import { liveFrontMedia, liveFronts } from '#lib/site/tables'

const tables = { fronts: liveFronts, media: liveFrontMedia }

/**
 * Ids of placed stories that readers do not have: what the front says and shows of them goes to readers with them, and
 * from them with them. Logged with each act, as it is not told by the revision.
 */
export type FrontDetail = { withheld?: string[] }

/** How a front's revisions become what readers see: what is placed where. The stories themselves are looked up by readers. */
export const liveFront: Live<FrontContent, typeof tables> = {
  kind: 'front',
  tables,
  rows(content, _, { subject, detail }) {
    if (!content) return { fronts: [], media: [] }
    const { withheld = [] } = detail as FrontDetail
    const front = {
      containers: content.containers.map(({ slots, ...container }) => ({
        ...container,
        slots: slots.map((slot) => (slot && withheld.includes(slot.story) ? unsaid(slot) : slot)),
      })),
    }
    return {
      fronts: [{ subject, containers: front.containers }],
      media: picturesIn(front).map((mediaId) => ({ subject, mediaId })),
    }
  },
  keys: ({ fronts }) => fronts.map(({ subject }) => `front:${subject}`),
}

const unsaid = ({ story, until }: Placed): Placed => ({ story, headline: '', kicker: '', picture: '', until })
