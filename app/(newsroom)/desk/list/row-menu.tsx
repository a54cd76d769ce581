'use client'

import { Kbd } from '#lib/ui/kbd'
import { Menu, MenuItem } from '#lib/ui/menu'

import { type ActStory, useActs } from './acts'

export const moveWords = { handIn: 'Hand in', markReady: 'Mark ready', sendBack: 'Send back' }

/** The acts of one row: only those that the actor may do. */
export function RowMenu({ story }: { story: ActStory }) {
  const { run, assign } = useActs()
  const { id, may, spiked } = story
  const next = may.next === 'sendBack' ? undefined : may.next
  return (
    <Menu label={`Acts on ${story.headline}`}>
      {next && (
        <MenuItem hint={<Kbd>S</Kbd>} onClick={() => run(next, id)}>
          {moveWords[next]}
        </MenuItem>
      )}
      {may.assign && <MenuItem onClick={() => assign(story)}>Assign…</MenuItem>}
      <MenuItem onClick={() => run('duplicate', id)}>Duplicate</MenuItem>
      {may.edit && (
        <MenuItem onClick={() => run(spiked ? 'restore' : 'spike', id)}>{spiked ? 'Restore' : 'Spike'}</MenuItem>
      )}
    </Menu>
  )
}
