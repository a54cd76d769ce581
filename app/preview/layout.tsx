import '#app/(site)/site.css'
import './preview.css'

import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'

import { directionOf } from '#lib/site/direction'
import { findPaper } from '#lib/site/queries/paper'

// What a link shows now, and nothing that was kept.
export const dynamic = 'force-dynamic'

export const metadata: Metadata = { robots: { index: false, follow: false }, referrer: 'same-origin' }

export const viewport: Viewport = { width: 'device-width', initialScale: 1 }

const faces = ['/fonts/stet-head.woff2', '/fonts/stet-text.woff2']

/** Unpublished text for somebody with a link: in the readers' type, without the paper around it. */
export default async function PreviewLayout({ children }: { children: ReactNode }) {
  const { language } = await findPaper()
  return (
    <html lang={language} dir={directionOf(language)}>
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
