/** What is drafted, kept and published as a whole. */
export const draftKinds = ['front', 'page', 'menu'] as const
export type DraftKind = (typeof draftKinds)[number]

/** Which of them: `front:home`, `page:x1`, `menu:main`. */
export type DraftRef = `${DraftKind}:${string}`

export const isDraftRef = (ref: string): ref is DraftRef => draftKinds.some((kind) => ref.startsWith(`${kind}:`))

/** @returns its kind, and its id in that */
export function readRef(ref: DraftRef): { kind: DraftKind; id: string } {
  const at = ref.indexOf(':')
  return { kind: ref.slice(0, at) as DraftKind, id: ref.slice(at + 1) }
}

/** Where it is made: `/desk/fronts/home`. */
export function draftPath(ref: DraftRef): string {
  const { kind, id } = readRef(ref)
  return `/desk/${kind}s/${id}`
}
