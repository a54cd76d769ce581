import type { DraftRef } from '#lib/draft/ref'

/** A front, page or menu with changes that no server has: what it began from, and how it stands. */
export type KeptDraft<Content> = { version: number; base: Content; content: Content; name: string }

const sign = 'stet draft'
const keyOf = (person: string, ref: DraftRef) => `${sign} ${person} ${ref}`

/** undefined where nothing is kept, or what is kept is no draft. */
export function loadDraft<Content>(person: string, ref: DraftRef): KeptDraft<Content> | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(person, ref)) ?? 'null')
    return typeof kept?.version === 'number' && kept.base && kept.content ? kept : undefined
  } catch {
    return undefined
  }
}

/** @returns whether this browser keeps it */
export function saveDraft<Content>(person: string, ref: DraftRef, draft: KeptDraft<Content>): boolean {
  try {
    localStorage.setItem(keyOf(person, ref), JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

/** The server has it, or its writer gave it up. */
export function dropDraft(person: string, ref: DraftRef): void {
  try {
    localStorage.removeItem(keyOf(person, ref))
  } catch {
    // Where nothing can be kept, nothing was.
  }
}

/** What a person has in this browser alone. */
export function listDrafts(person: string): { ref: DraftRef; name: string }[] {
  if (typeof localStorage === 'undefined') return []
  const begin = `${sign} ${person} `
  return Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? '')
    .filter((key) => key.startsWith(begin))
    .flatMap((key) => {
      const ref = key.slice(begin.length) as DraftRef
      const kept = loadDraft(person, ref)
      return kept ? [{ ref, name: kept.name }] : []
    })
}
