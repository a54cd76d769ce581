import type { ReactNode } from 'react'

import { directionOf } from './direction'
import { findPaper } from './queries/paper'

const faces = ['/fonts/stet-head.woff2', '/fonts/stet-text.woff2']

/** The document around whatever is shown in the readers' type: in the paper's language, its two faces on their way at once. */
export async function ReadersDocument({ children }: { children: ReactNode }) {
  const { language } = await findPaper()
  return (
    <html lang={language} dir={directionOf(language)}>
      {/* biome-ignore lint/style/noHeadElement: two root layouts draw it */}
      <head>
        {faces.map((href) => (
          <link key={href} rel="preload" href={href} as="font" type="font/woff2" crossOrigin="anonymous" />
        ))}
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      </head>
      <body>{children}</body>
    </html>
  )
}
