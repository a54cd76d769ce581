import type { media } from './tables'

type Said = Pick<typeof media.$inferSelect, 'credit' | 'source' | 'rights'>

/**
 * Whose it is, as readers are told: where others gave it, who that was stands behind the name, unless it is in it.
 * @returns `Ana Ruiz/Harbour Agency`, or '' where nobody is named
 */
export function creditFor({ credit, source, rights }: Said): string {
  const given = rights === 'agency' || rights === 'handout'
  if (!given || !source || credit.toLowerCase().includes(source.toLowerCase())) return credit
  return [credit, source].filter(Boolean).join('/')
}

/** What else the line says of it. */
export const isHandout = ({ rights }: Pick<Said, 'rights'>) => rights === 'handout'
