import './desk.css'

import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'

import { TrustedTypes } from './trusted-types'

export const metadata: Metadata = {
  title: { default: 'Stet', template: '%s · Stet' },
  icons: '/favicon.svg',
  robots: 'noindex',
  referrer: 'same-origin',
}
export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' }

// The desk is always about this person, now: nothing of it is prerendered, and each page carries its own nonce.
export const dynamic = 'force-dynamic'

export default function NewsroomLayout({ children }: { children: ReactNode }) {
  return (
    // Kept pages are made anew when the build is another one.
    <html lang="en-GB" data-build={process.env.STET_BUILD || undefined}>
      <head>
        <TrustedTypes />
        {/* Stories in other scripts are written in the faces that readers see. */}
        <link rel="stylesheet" href="/fonts/letters.css" />
      </head>
      <body>{children}</body>
    </html>
  )
}
