import type { Live } from '#lib/publication/live'
import type { Bar } from '#lib/site/breaking'
import { liveBars } from '#lib/site/tables'

const tables = { bars: liveBars }

/** The bar stands on every page. */
export const liveBar: Live<Bar, typeof tables> = {
  kind: 'breaking',
  tables,
  rows: (content, _, { subject }) => ({ bars: content ? [{ subject, ...content }] : [] }),
  keys: () => ['breaking:'],
}
