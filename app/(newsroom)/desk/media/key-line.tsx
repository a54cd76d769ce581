import type { ReactNode } from 'react'

import { Kbd } from '#lib/ui/kbd'

const Key = ({ children }: { children: ReactNode }) => <span className="flex items-center gap-1">{children}</span>

/** The status line of the library. */
export function KeyLine() {
  return (
    <>
      <span>Newest first</span>
      <span className="ms-auto flex gap-4">
        <Key>
          <Kbd>←</Kbd> <Kbd>↑</Kbd> <Kbd>↓</Kbd> <Kbd>→</Kbd> move
        </Key>
        <Key>
          <Kbd>Enter</Kbd> open
        </Key>
        <Key>
          <Kbd>Space</Kbd> select
        </Key>
        <Key>
          <Kbd>/</Kbd> find
        </Key>
      </span>
    </>
  )
}
