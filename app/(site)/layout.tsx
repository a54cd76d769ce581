import './site.css'

import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'

import { ReadersDocument } from '#lib/site/readers-document'

// The edge keeps finished pages and knows when they change; Next renders each time it is asked.
export const dynamic = 'force-dynamic'

export const metadata: Metadata = { manifest: '/manifest.webmanifest', icons: { apple: '/icon-192.png' } }

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#111416' },
  ],
}

export default function SiteLayout({ children }: { children: ReactNode }) {
  return <ReadersDocument>{children}</ReadersDocument>
}
