import type { ReactNode } from 'react'

import { needActor } from '#lib/auth/session'

import { Selection } from './selection'
import { Uploads } from './upload/uploads'

/** What stays while one moves about in the library: what is chosen, and what is being sent. */
export default async function LibraryLayout({ children }: { children: ReactNode }) {
  await needActor()
  return (
    <Uploads>
      <Selection>{children}</Selection>
    </Uploads>
  )
}
