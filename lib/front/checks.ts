import type { Fault, Known } from '#lib/media/known'
import { faultsOf } from '#lib/media/known'
import { type Container, type FrontContent, placedIn, type Source } from '#lib/site/front/content'
import { facts } from '#lib/site/front/kinds/facts'

import { labelOf } from './words'

/** What is to be mended, and where: in a container, in one of its slots, or in the front as such. */
export type Problem = Fault & { container?: string; place?: number }

/** What a front's checks must know of what it names. */
export type About = {
  /** What the desk calls a story; undefined for one that is gone, or that whoever asks may not know of. */
  headlines: ReadonlyMap<string, string>
  /** Ids of stories that readers have. */
  live: ReadonlySet<string>
  library: ReadonlyMap<string, Known>
  /** Names of sections and topics by id. */
  names: ReadonlyMap<string, string>
}

/** What stands between readers and a front (`must`), and what its editors should know. */
export function frontProblems(front: FrontContent, about: About, now: Date): Problem[] {
  const must = (check: string, message: string, where: Partial<Problem> = {}): Problem => ({
    ...{ check, level: 'must', message },
    ...where,
  })
  const { containers } = front
  if (!containers.length) return [must('empty', 'It has no containers. Add one.')]
  const problems: Problem[] = []
  const leads = containers.filter(({ kind }) => kind === 'lead')
  for (const { id } of leads.slice(1))
    problems.push(must('leads', 'It has a second lead. A front has one.', { container: id }))
  for (const container of containers) {
    const label = labelOf(container, about.names)
    const where = { container: container.id }
    if (container.source.of !== 'newest' && !about.names.has(container.source.id))
      problems.push(must('source', `${label}: its ${container.source.of} is gone. Choose another.`, where))
    for (const [place, slot] of container.slots.entries()) {
      if (!slot) continue
      const at = { ...where, place }
      const of = `${label}, place ${place + 1}`
      if (seenBefore(front, container, place))
        problems.push(must('twice', `${of}: this story is placed twice. It stands on a front once.`, at))
      if (!about.live.has(slot.story))
        problems.push({
          check: 'not-live',
          level: 'advice',
          message: notLive(of, about.headlines.get(slot.story)),
          ...at,
        })
      if (slot.picture === '' || slot.picture === 'none') continue
      const known = about.library.get(slot.picture)
      const wrong = known && known.kind !== 'picture' ? [must('no-picture', `${of}: this is no picture.`)] : []
      const faults = faultsOf(`${of}: its picture`, known, now)
      problems.push(...[...wrong, ...faults].map((fault) => ({ ...fault, ...at })))
    }
  }
  return problems
}

export const isMust = ({ level }: { level: Fault['level'] }) => level === 'must'

const notLive = (of: string, headline: string | undefined) =>
  headline === undefined
    ? `${of}: readers do not have this story. Its place is filled by rule.`
    : `${of}: readers do not have “${headline}”. Its place is filled by rule until they do.`

function seenBefore({ containers }: FrontContent, container: Container, place: number): boolean {
  const story = container.slots[place]?.story
  const before = containers.slice(0, containers.indexOf(container))
  const earlier = [...placedIn({ containers: before }), ...container.slots.slice(0, place)]
  return earlier.some((slot) => slot?.story === story)
}

/** Why a container cannot be so at all; the screen offers none such. */
export function shapeFault({ kind, source, slots, title }: Container): string | undefined {
  const { name, most, sources, titled } = facts[kind]
  if (slots.length > most) return `${name} has ${most} places.`
  if (!(sources as readonly Source['of'][]).includes(source.of)) return `${name} is not filled from there.`
  if (title && !titled) return `${name} has no title.`
  return undefined
}
