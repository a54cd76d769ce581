import type { Metadata } from 'next'
import { Frame } from '#app/(newsroom)/frame'
import { needActor } from '#lib/auth/session'
import { findSettings } from '#lib/settings/queries'
import { KeptStories } from './kept-stories'

export const metadata: Metadata = { title: 'On this device' }

/** Stands in for every page of the desk that cannot be had while the server is out of reach. */
export default async function OfflinePage() {
  const { id } = await needActor()
  const { timezone } = await findSettings()
  return (
    <Frame at="" title="On this device">
      <KeptStories person={id} timezone={timezone} />
    </Frame>
  )
}
