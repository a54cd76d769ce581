'use client'

import Link from 'next/link'

import { useAct } from '#app/(newsroom)/use-act'
import { Button } from '#lib/ui/button'
import { TypeAhead } from '#lib/ui/type-ahead'

import { setPosterAction } from '../actions'
import { findPicturesAction } from '../find-pictures'
import type { FilmProps } from './film'

/** The picture of the library that stands there until a film plays. */
export function Poster({ media: { id, version, poster }, edits }: FilmProps) {
  const { error, busy, run } = useAct({ onClose: () => {} })
  const set = (to: string | null) => run(() => setPosterAction(id, version, to))
  return (
    <section aria-labelledby="poster" className="grid max-w-[420px] gap-2 border-t border-line pt-4">
      <h2 id="poster" className="font-semibold">
        Poster
      </h2>
      {poster ? (
        <p className="text-muted">
          <Link href={`/desk/media/${poster}`} className="text-accent hover:underline">
            A picture of the library
          </Link>{' '}
          stands there until it plays.
        </p>
      ) : (
        <p className="text-muted">None yet: its first picture stands there until it plays.</p>
      )}
      {error && (
        <p role="alert" className="text-withdrawn">
          {error}
        </p>
      )}
      {edits && (
        <TypeAhead
          label="Choose a poster"
          placeholder="Find a picture…"
          find={findPicturesAction}
          onChoose={({ id: chosen }) => set(chosen)}
          empty="No picture is like that."
        />
      )}
      {edits && poster && (
        <div>
          <Button aria-disabled={busy} onClick={() => set(null)}>
            Take the poster away
          </Button>
        </div>
      )}
    </section>
  )
}
