import type { Metadata } from 'next'
import { Frame } from '#app/(newsroom)/frame'
import { needAdmin } from '#lib/auth/session'
import { findSettings } from '#lib/settings/queries'
import { SettingsForm } from './settings-form'

export const metadata: Metadata = { title: 'Settings' }

export default async function SettingsPage() {
  await needAdmin()
  const settings = await findSettings()
  const zones = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', settings.timezone])
  return (
    <Frame at="settings" title="Settings" note="For the whole paper">
      <div className="max-w-[560px] px-4 py-5">
        <SettingsForm settings={settings} zones={[...zones].sort()} />
      </div>
    </Frame>
  )
}
