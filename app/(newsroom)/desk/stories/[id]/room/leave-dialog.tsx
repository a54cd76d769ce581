import type { Place } from '#lib/collab/save'
import { Button } from '#lib/ui/button'
import { Dialog } from '#lib/ui/dialog'
import type { Leaving } from './use-leaving'
import { type Connected, useMoving } from './use-room'

const notes: Record<Place, string> = {
  device: 'It stays on this device, and is sent when you open the story here again.',
  server: 'It stays on this device, and is sent when you open the story here again.',
  window: 'This browser keeps nothing: it is gone when you leave.',
}

/** Before one leaves a story for another page of the desk while the server has not all of it. */
export function LeaveDialog({ room, leaving }: { room: Connected; leaving: Leaving }) {
  const { text, sending, stay, go } = leaving
  const place = useMoving(room, (now) => now.place)
  const files = sending === 1 ? 'A file is still being sent' : `${sending} files are still being sent`
  return (
    <Dialog
      title={text ? 'Not everything you typed is on the server' : sending ? files : 'All files are there'}
      note={text ? notes[place] : undefined}
      onClose={stay}
      foot={
        <>
          <Button tone={sending || (text && place === 'window') ? 'danger' : 'plain'} onClick={go}>
            Leave
          </Button>
          <Button tone="primary" onClick={stay} data-first>
            Stay here
          </Button>
        </>
      }
    >
      {text && <p>Stay until the story says “Saved”, and your colleagues see what you see.</p>}
      {sending > 0 && (
        <p>{text && `${files}. `}If you leave, what is on its way comes neither into the library nor here.</p>
      )}
    </Dialog>
  )
}
