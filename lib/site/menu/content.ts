/** `main`: the bar under the masthead; `top`: the line above it; `footer`: columns at the foot. */
export const menuIds = ['main', 'top', 'footer'] as const
export type MenuId = (typeof menuIds)[number]

/** Pages that the site always has. */
export const sitePlaces = ['home', 'topics', 'archive', 'corrections', 'search', 'feed', 'sitemap'] as const
export type SitePlace = (typeof sitePlaces)[number]

/** Nouns that an entry can lead to, each by its id; readers see an entry as long as they have what it leads to. */
export const targetKinds = ['section', 'topic', 'series', 'page'] as const
export type TargetKind = (typeof targetKinds)[number]

export type Target =
  | { of: TargetKind; id: string }
  /** All sections in the paper's order, those to come too. */
  | { of: 'sections' }
  | { of: 'place'; id: SitePlace }
  /** A path of the paper's own, or a whole address. */
  | { of: 'address'; href: string }

/** `label`: in place of what the target is called; '' for that. */
export type Entry = { id: string; to: Target; label: string }

/** The footer has several, each under a title; the other menus have one, without. */
export type Column = { id: string; title: string; entries: Entry[] }

export type MenuContent = { columns: Column[] }

export const longest = { title: 40, label: 60, href: 500, columns: 6, entries: 24 } as const
