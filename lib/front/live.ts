import type { Live } from '#lib/publication/live'
import { type FrontContent, picturesIn } from '#lib/site/front/content'
import { liveFrontMedia, liveFronts } from '#lib/site/tables'

const tables = { fronts: liveFronts, media: liveFrontMedia }

/** How a front's revisions become what readers see: what is placed where. The stories themselves are looked up by readers. */
export const liveFront: Live<FrontContent, typeof tables> = {
  kind: 'front',
  tables,
  rows: (content, _, { subject }) => ({
    fronts: content ? [{ subject, containers: content.containers }] : [],
    media: content ? picturesIn(content).map((mediaId) => ({ subject, mediaId })) : [],
  }),
  keys: ({ fronts }) => fronts.map(({ subject }) => `front:${subject}`),
}
