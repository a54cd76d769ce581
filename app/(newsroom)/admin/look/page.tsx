import type { Metadata } from 'next'

import { Frame } from '#app/(newsroom)/frame'
import { needAdmin } from '#lib/auth/session'
import { listSections } from '#lib/section/queries'
import { findSettings } from '#lib/settings/queries'
import { findTheme } from '#lib/theme/queries'

import { LookForm } from './look-form'

export const metadata: Metadata = { title: 'Look' }

export default async function LookPage() {
  await needAdmin()
  const [theme, { name }, sections] = await Promise.all([findTheme(), findSettings(), listSections()])
  const shown = sections.map(({ id, name, colour }) => ({ id, name, colour }))
  return (
    <Frame at="look" title="Look" note="What readers see on every page">
      <div className="min-h-0 flex-1 overflow-y-auto px-4 py-5">
        <LookForm theme={theme} paper={name} sections={shown} />
      </div>
    </Frame>
  )
}
