import type { ReactNode } from 'react'

import { Kbd } from '#lib/ui/kbd'

const Key = ({ children }: { children: ReactNode }) => <span className="flex items-center gap-1">{children}</span>

/** The status line of a list of stories. */
export function KeyLine({ find = false, note }: { find?: boolean; note: string }) {
  return (
    <>
      <span>{note}</span>
      <span className="ms-auto flex gap-4">
        <Key>
          <Kbd>J</Kbd> <Kbd>K</Kbd> move
        </Key>
        <Key>
          <Kbd>Enter</Kbd> open
        </Key>
        <Key>
          <Kbd>S</Kbd> next step
        </Key>
        <Key>
          <Kbd>N</Kbd> new
        </Key>
        {find && (
          <Key>
            <Kbd>/</Kbd> find
          </Key>
        )}
      </span>
    </>
  )
}
