import type { Place } from '#lib/collab/save'
import { Button } from '#lib/ui/button'
import { Dialog } from '#lib/ui/dialog'
import { type Connected, useMoving } from './use-room'

const notes: Record<Place, string> = {
  device: 'It stays on this device, and is sent when you open the story here again.',
  server: 'It stays on this device, and is sent when you open the story here again.',
  window: 'This browser keeps nothing: it is gone when you leave.',
}

/** Before one leaves a story for another page of the desk while the server has not all of it. */
export function LeaveDialog({ room, onStay, onGo }: { room: Connected; onStay: () => void; onGo: () => void }) {
  const place = useMoving(room, (now) => now.place)
  return (
    <Dialog
      title="Not everything you typed is on the server"
      note={notes[place]}
      onClose={onStay}
      foot={
        <>
          <Button tone={place === 'window' ? 'danger' : 'plain'} onClick={onGo}>
            Leave
          </Button>
          <Button tone="primary" onClick={onStay} data-first>
            Stay here
          </Button>
        </>
      }
    >
      <p>Stay until the story says “Saved”, and your colleagues see what you see.</p>
    </Dialog>
  )
}
