import type { Entry, MenuContent, MenuId } from '#lib/site/menu/content'
import { judgeLink } from '#lib/story/links'

/** What a menu's checks must know of what it leads to: by `kind id`, what it is called, and whether readers have it. */
export type Targets = ReadonlyMap<string, { name: string; live: boolean }>

/** `must` stands between readers and a menu; of `advice` its editors should know. `of`: id of the entry or the column. */
export type MenuProblem = { of: string; level: 'must' | 'advice'; message: string }

export const targetKey = (kind: string, id: string) => `${kind} ${id}`

export function menuProblems(id: MenuId, { columns }: MenuContent, targets: Targets): MenuProblem[] {
  const problems: MenuProblem[] = []
  for (const column of columns) {
    if (id === 'footer' && !column.title.trim())
      problems.push({ of: column.id, level: 'must', message: 'A column has no title.' })
    const led = new Set<string>()
    for (const entry of column.entries) {
      const problem = entryProblem(entry, targets) ?? twiceProblem(entry, led, targets)
      if (problem) problems.push({ of: entry.id, ...problem })
    }
  }
  if (id !== 'top' && !columns.some(({ entries }) => entries.length))
    problems.push({ of: id, level: 'advice', message: 'It leads nowhere.' })
  return problems
}

function entryProblem({ to, label }: Entry, targets: Targets): Omit<MenuProblem, 'of'> | undefined {
  if (to.of === 'address') {
    const judged = judgeLink(to.href)
    const fault = judged ? judged.fault : 'This is no address.'
    if (fault) return { level: 'must', message: `${label || to.href}: ${fault}` }
    return label.trim() ? undefined : { level: 'must', message: `${to.href} needs words that readers see.` }
  }
  if (to.of === 'place' || to.of === 'sections') return undefined
  const known = targets.get(targetKey(to.of, to.id))
  if (!known)
    return { level: 'advice', message: `${label || 'An entry'}: what it leads to is gone. Readers do not see it.` }
  return known.live
    ? undefined
    : { level: 'advice', message: `${label || known.name}: not live. Readers see it as soon as it is.` }
}

/** @param led what the entries before it lead to, which it joins */
function twiceProblem({ to, label }: Entry, led: Set<string>, targets: Targets): Omit<MenuProblem, 'of'> | undefined {
  const key = to.of === 'address' ? to.href : to.of === 'sections' ? to.of : targetKey(to.of, to.id)
  if (!led.has(key)) return void led.add(key)
  return {
    level: 'advice',
    message: `${label || targets.get(key)?.name || 'An entry'}: another entry leads there, too.`,
  }
}

/** Why a menu cannot be so at all; the screen offers none such. */
export function shapeFault(id: MenuId, { columns }: MenuContent): string | undefined {
  if (id !== 'footer' && columns.length !== 1) return 'This menu has one column.'
  const twice = (ids: string[]) => new Set(ids).size < ids.length
  if (twice(columns.map((column) => column.id))) return 'Two columns have the same id.'
  const entries = columns.flatMap((column) => column.entries.map((entry) => entry.id))
  return twice(entries) ? 'Two entries have the same id.' : undefined
}
