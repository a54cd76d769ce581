import { CircleHelp, Hourglass, ImageOff, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

import { StateMark } from '#app/(newsroom)/state-mark'
import { expiresSoon, hasExpired, type Rights } from '#lib/media/rights'
import { Icon } from '#lib/ui/icon'

type Marked = {
  kind: string
  rights: Rights
  expiresAt: Date | null
  alt: string
  decorative: boolean
  live: boolean
  withheld: boolean
}

/** What one must know of something of the library before one uses it: what readers have of it first. */
export function Marks({ of, now }: { of: Marked; now: Date }) {
  return (
    <>
      {of.live && <StateMark state="live" />}
      {of.withheld && <StateMark state="withdrawn">Taken from readers</StateMark>}
      {hasExpired(of, now) && (
        <Mark glyph={Hourglass} colour="text-withdrawn">
          Expired
        </Mark>
      )}
      {expiresSoon(of, now) && (
        <Mark glyph={Hourglass} colour="text-review">
          About to expire
        </Mark>
      )}
      {of.rights === 'unclear' && (
        <Mark glyph={CircleHelp} colour="text-review">
          Not cleared
        </Mark>
      )}
      {of.kind === 'picture' && !of.decorative && !of.alt && (
        <Mark glyph={ImageOff} colour="text-changes">
          No alt text
        </Mark>
      )}
    </>
  )
}

function Mark({ glyph, colour, children }: { glyph: LucideIcon; colour: string; children: ReactNode }) {
  return (
    <span className={`inline-flex items-center gap-1.5 whitespace-nowrap ${colour}`}>
      <Icon of={glyph} size={14} />
      {children}
    </span>
  )
}
