import type { Live } from '#lib/publication/live'
import { liveThemes } from '#lib/site/tables'
import type { Theme } from '#lib/site/theme/content'

const tables = { themes: liveThemes }

/** The theme stands on every page, as settings do. */
export const liveTheme: Live<Theme, typeof tables> = {
  kind: 'theme',
  tables,
  rows: (content, _, { subject }) => ({ themes: content ? [{ subject, content }] : [] }),
  keys: () => ['settings:'],
}
