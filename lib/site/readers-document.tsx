import type { ReactNode } from 'react'

import { lookTried } from './context'
import { directionOf } from './direction'
import { findPaper } from './queries/paper'
import { findTheme } from './queries/theme'
import { preloaded, stylesheetPath } from './theme/stylesheet'

/**
 * The document around whatever is shown in the readers' type: in the paper's language and look, its two faces on their way
 * at once.
 */
export async function ReadersDocument({ children }: { children: ReactNode }) {
  const [{ language }, theme] = await Promise.all([findPaper(), findTheme()])
  const tried = lookTried()
  const look = stylesheetPath(theme)
  return (
    <html lang={language} dir={directionOf(language)} data-theme={tried?.scheme}>
      {/* biome-ignore lint/style/noHeadElement: two root layouts draw it */}
      <head>
        {/* Framed by the desk, where readers' pages may not be. */}
        {tried && <base target="_blank" />}
        {/* It holds the first paint up until the reader's look is on: no page flashes in another. */}
        <script src="/look.js" />
        {preloaded[theme.faces].map((href) => (
          <link key={href} rel="preload" href={href} as="font" type="font/woff2" crossOrigin="anonymous" />
        ))}
        {look && <link rel="stylesheet" href={tried?.sheet ?? look} />}
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      </head>
      <body>{children}</body>
    </html>
  )
}
