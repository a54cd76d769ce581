import type { Metadata } from 'next'

import { Frame } from '#app/(newsroom)/frame'
import { needAdmin } from '#lib/auth/session'
import { listLatest } from '#lib/site/queries/lists'
import { findTheme } from '#lib/theme/queries'

import { LookForm } from './look-form'

export const metadata: Metadata = { title: 'Look' }

export default async function LookPage() {
  await needAdmin()
  const [theme, [newest]] = await Promise.all([findTheme(), listLatest(1)])
  return (
    <Frame at="look" title="Look" note="What readers see on every page">
      <div className="min-h-0 flex-1 overflow-y-auto px-4 py-5">
        <LookForm theme={theme} places={{ home: '/', story: newest?.path }} />
      </div>
    </Frame>
  )
}
