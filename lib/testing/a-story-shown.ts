import type { Story } from '#lib/site/queries/story'

import { plainCard } from './plain-card'

const at = new Date('2026-05-14T08:00:00Z')

/** A story as readers have it. */
export const aStoryShown = (more: Partial<Story> = {}): Story => ({
  id: 'gates',
  place: 1,
  path: '/river/gates',
  headline: 'Gates close at five',
  standfirst: 'And open at nine.',
  dateline: 'Carrow Quay',
  words: 100,
  publishedAt: at,
  updatedAt: at,
  section: { id: 'river', slug: 'river', name: 'River', colour: 'river' },
  topics: [],
  authors: [{ id: 'n', slug: 'nadia', name: 'Nadia Orrell', title: 'Environment', face: undefined }],
  picture: undefined,
  ...plainCard,
  related: [],
  original: '',
  body: { type: 'doc', content: [] },
  items: new Map(),
  searchTitle: '',
  searchDescription: '',
  canonicalUrl: '',
  notes: [],
  versions: 1,
  bios: new Map(),
  translations: [],
  series: undefined,
  ...more,
})
