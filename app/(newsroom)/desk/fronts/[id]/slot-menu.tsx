'use client'

import type { Spot } from '#lib/front/moves'
import type { ByRule } from '#lib/front/queries/filled'
import type { Placed } from '#lib/site/front/content'
import { Kbd } from '#lib/ui/kbd'
import { Menu, MenuItem } from '#lib/ui/menu'

import { useBoard } from './board'

type Props = { spot: Spot; slot: Placed | null; byRule: ByRule | undefined }

/** What one does with a place, for who has no pointer to drag with. */
export function SlotMenu({ spot, slot, byRule }: Props) {
  const { choose, hold, place, shift, takeOut } = useBoard()
  return (
    <Menu label={`Place ${spot.place + 1}: acts`} className="front-menu">
      {slot ? (
        <>
          <MenuItem onClick={() => choose(spot)}>Headline, picture, pin…</MenuItem>
          <MenuItem onClick={() => hold({ spot })}>Move…</MenuItem>
          <MenuItem onClick={() => shift(spot, -1)} hint={<Kbd>Alt ↑</Kbd>}>
            To the place before
          </MenuItem>
          <MenuItem onClick={() => shift(spot, 1)} hint={<Kbd>Alt ↓</Kbd>}>
            To the place after
          </MenuItem>
          <MenuItem onClick={() => takeOut(spot)} hint={<Kbd>Del</Kbd>}>
            Take out
          </MenuItem>
        </>
      ) : (
        <>
          <MenuItem onClick={() => choose(spot)}>Choose a story…</MenuItem>
          {byRule && <MenuItem onClick={() => place(byRule.id, spot)}>Keep “{byRule.headline}” here</MenuItem>}
        </>
      )}
    </Menu>
  )
}
