import type { Live } from '#lib/publication/live'
import { liveSettings as table } from '#lib/site/tables'

import type { SettingsContent } from './content'

const tables = { settings: table }

/** Settings stand on every page: its name in the masthead, its zone in every time. */
export const liveSettings: Live<SettingsContent, typeof tables> = {
  kind: 'settings',
  tables,
  rows: (content, before, { subject }) => (content ? { settings: [{ subject, ...content }] } : before),
  keys: () => ['settings:', 'menu:'],
}
