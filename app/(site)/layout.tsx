import './site.css'

import type { Viewport } from 'next'
import type { ReactNode } from 'react'

import { directionOf } from '#lib/site/direction'
import { findPaper } from '#lib/site/queries/paper'

// The edge keeps finished pages and knows when they change; Next renders each time it is asked.
export const dynamic = 'force-dynamic'

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#111416' },
  ],
}

const faces = ['/fonts/stet-head.woff2', '/fonts/stet-text.woff2']

export default async function SiteLayout({ children }: { children: ReactNode }) {
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
