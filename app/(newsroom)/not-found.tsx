import type { Metadata } from 'next'

import { buttonClass } from '#lib/ui/button'
import { Empty } from '#lib/ui/empty'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center">
      <Empty
        title={<h1>There is nothing here for you.</h1>}
        acts={
          <a href="/desk" className={buttonClass()}>
            Go to your desk
          </a>
        }
      >
        The address is wrong, or it leads to what your account may not see.
      </Empty>
    </main>
  )
}
