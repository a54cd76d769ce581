'use client'

import { useEffect, useRef, useState } from 'react'

import { Avatar } from '#lib/ui/avatar'

import type { Editors } from '../text/use-editors'
import { type Colleague, whereWords } from './use-colleagues'

type Props = { colleagues: Colleague[]; editors: Editors; onGo: (colleague: Colleague) => void }

/** Colleagues in the margin, at the block where each of them is. */
export function HereMarks({ colleagues, editors, onGo }: Props) {
  const ref = useRef<HTMLUListElement>(null)
  const [tops, setTops] = useState<Record<string, number>>({})
  useEffect(() => {
    const sheet = ref.current?.parentElement
    if (!sheet) return
    const place = () => {
      const from = sheet.getBoundingClientRect().top
      setTops(Object.fromEntries(colleagues.map((one) => [one.id, (topOf(one, editors) ?? Number.NaN) - from])))
    }
    place()
    const observer = new ResizeObserver(place)
    observer.observe(sheet)
    return () => observer.disconnect()
  }, [colleagues, editors])
  // Several at one block stand beside each other.
  const before = (index: number) =>
    colleagues.slice(0, index).filter(({ id }) => tops[id] === tops[colleagues[index]?.id ?? '']).length
  return (
    <ul ref={ref} aria-label="Where colleagues are" className="here-marks">
      {colleagues.map((colleague, index) => {
        const top = tops[colleague.id]
        if (!colleague.place || top === undefined || Number.isNaN(top)) return null
        return (
          <li key={colleague.id} style={{ insetBlockStart: top, insetInlineStart: before(index) * -14 }}>
            <button
              type="button"
              aria-label={`${colleague.name}, ${whereWords(colleague)}`}
              data-tip={`${colleague.name}, ${whereWords(colleague)}`}
              onClick={() => onGo(colleague)}
              className="who-tip inline-flex rounded-full"
            >
              <Avatar name={colleague.name} />
            </button>
          </li>
        )
      })}
    </ul>
  )
}

/** The top of the first line of the block, on the screen. */
function topOf({ place }: Colleague, editors: Editors): number | undefined {
  const editor = place && editors[place.part]
  if (!editor || editor.isDestroyed) return undefined
  const { doc } = editor.state
  const $at = doc.resolve(Math.min(place.pos, doc.content.size))
  const dom = editor.view.nodeDOM($at.depth ? $at.before(1) : $at.pos)
  return dom instanceof HTMLElement ? dom.getBoundingClientRect().top : undefined
}
