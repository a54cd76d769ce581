import { Button } from '#lib/ui/button'
import { Notice } from '#lib/ui/notice'

/** What a part of the panel could not ask the server for, and another try. */
export function NotRead({ problem, onAgain }: { problem: string; onAgain: () => Promise<void> }) {
  return (
    <Notice title={problem}>
      <Button small onClick={() => void onAgain()}>
        Try again
      </Button>
    </Notice>
  )
}
