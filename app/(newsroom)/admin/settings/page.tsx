import type { Metadata } from 'next'
import { Frame } from '#app/(newsroom)/frame'
import { needAdmin } from '#lib/auth/session'
import { findRetention, findSettings } from '#lib/settings/queries'
import { RetentionForm } from './retention-form'
import { SettingsForm } from './settings-form'

export const metadata: Metadata = { title: 'Settings' }

export default async function SettingsPage() {
  await needAdmin()
  const [settings, retention] = await Promise.all([findSettings(), findRetention()])
  const zones = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', settings.timezone])
  return (
    <Frame at="settings" title="Settings" note="For the whole paper">
      <div className="max-w-[560px] px-4 py-5">
        <SettingsForm settings={settings} zones={[...zones].sort()} />
        <h2 className="mt-8 mb-3 text-title font-semibold">How long the audit is kept</h2>
        <RetentionForm retention={retention} version={settings.version} />
      </div>
    </Frame>
  )
}
