import '#app/(site)/site.css'
import './preview.css'

import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'

import { ReadersDocument } from '#lib/site/readers-document'

// What a link shows now, and nothing that was kept.
export const dynamic = 'force-dynamic'

export const metadata: Metadata = { robots: { index: false, follow: false }, referrer: 'same-origin' }

export const viewport: Viewport = { width: 'device-width', initialScale: 1 }

/** Unpublished text for somebody with a link: in the readers' type, without the paper around it. */
export default function PreviewLayout({ children }: { children: ReactNode }) {
  return <ReadersDocument>{children}</ReadersDocument>
}
