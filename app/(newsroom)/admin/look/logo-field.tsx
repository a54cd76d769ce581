'use client'

import { findPicturesAction } from '#app/(newsroom)/desk/media/find-pictures'
import { Thumb } from '#app/(newsroom)/desk/media/thumb'
import { Button } from '#lib/ui/button'
import { TypeAhead } from '#lib/ui/type-ahead'

type Props = { label: string; name: string; value: string; error?: string; onChange: (id: string) => void }

/** A picture of the library in place of the paper's name. */
export function LogoField({ label, name, value, error, onChange }: Props) {
  return (
    <div className="grid content-start gap-2">
      <input type="hidden" name={name} value={value} />
      <p className="font-medium">{label}</p>
      {value ? (
        <div className="flex items-center gap-3">
          <span className="w-32 flex-none">
            <Thumb of={{ id: value, kind: 'picture', alt: label }} />
          </span>
          <Button small type="button" onClick={() => onChange('')}>
            Take it away
          </Button>
        </div>
      ) : (
        <p className="text-muted">None: the name is set in the headline face.</p>
      )}
      <TypeAhead
        label={value ? 'Another picture' : 'Choose a picture'}
        placeholder="Find a picture…"
        find={findPicturesAction}
        onChoose={({ id }) => onChange(id)}
        empty="No picture is like that."
        error={error}
      />
    </div>
  )
}
