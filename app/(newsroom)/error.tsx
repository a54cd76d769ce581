'use client'

import { Button, buttonClass } from '#lib/ui/button'
import { Empty } from '#lib/ui/empty'

/** In place of a screen that failed, on the server or here: the framework's own would need what our policy refuses. */
export default function Failed({ error }: { error: Error & { digest?: string } }) {
  return (
    <main className="grid min-h-dvh place-items-center">
      <Empty
        title={<h1>This screen failed.</h1>}
        acts={
          <>
            <Button tone="primary" onClick={() => location.reload()}>
              Load it again
            </Button>
            <a href="/desk" className={buttonClass()}>
              Go to your desk
            </a>
          </>
        }
      >
        That was our fault, not yours. What you typed in a story is kept.
        {error.digest && <> Tell an admin: {error.digest}</>}
      </Empty>
    </main>
  )
}
