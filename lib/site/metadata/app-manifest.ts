import { directionOf } from '../direction'
import type { Paper } from '../queries/paper'
import type { Theme } from '../theme/content'

const icon = (file: string, sizes: string, purpose = 'any') => ({
  src: `/icon-${file}.png`,
  sizes,
  type: 'image/png',
  purpose,
})

/** The paper as an app on a reader's device (W3C Web Application Manifest). */
export const appManifest = ({ name, language }: Paper, { colours }: Theme) => ({
  id: '/',
  name,
  short_name: name,
  lang: language,
  dir: directionOf(language),
  start_url: '/',
  scope: '/',
  display: 'standalone',
  background_color: '#ffffff',
  theme_color: colours.tide.light,
  icons: [icon('192', '192x192'), icon('512', '512x512'), icon('mask', '512x512', 'maskable')],
})
