'use client'

import Link from 'next/link'
import { findPicturesAction } from '#app/(newsroom)/desk/media/find-pictures'
import { Thumb } from '#app/(newsroom)/desk/media/thumb'
import { useAct } from '#app/(newsroom)/use-act'
import { Button } from '#lib/ui/button'
import { TypeAhead } from '#lib/ui/type-ahead'

import { setFaceAction } from './actions'

/** The picture of the library that stands by what somebody signs. */
export function FacePart({ id, name, face }: { id: string; name: string; face: string | null }) {
  const { error, busy, run } = useAct({ onClose: () => {} })
  const set = (to: string | null) => run(() => setFaceAction(id, to))
  return (
    <div className="grid gap-2">
      {face ? (
        <div className="flex items-center gap-3">
          <Link href={`/desk/media/${face}`} className="w-24 flex-none rounded-control">
            <Thumb of={{ id: face, kind: 'picture', alt: `${name}, in the library` }} />
          </Link>
          <Button small aria-disabled={busy} onClick={() => set(null)}>
            Take it away
          </Button>
        </div>
      ) : (
        <p className="text-muted">None: readers see the name alone.</p>
      )}
      {error && (
        <p role="alert" className="text-withdrawn">
          {error}
        </p>
      )}
      <TypeAhead
        label={face ? 'Another picture' : 'Choose a picture'}
        placeholder="Find a picture…"
        find={findPicturesAction}
        onChoose={({ id: chosen }) => set(chosen)}
        empty="No picture is like that."
      />
    </div>
  )
}
