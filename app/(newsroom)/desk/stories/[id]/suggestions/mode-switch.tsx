'use client'

import { MessageSquareDiff, Pencil } from 'lucide-react'

import { Icon } from '#lib/ui/icon'
import { Kbd } from '#lib/ui/kbd'
import { keyName } from '#lib/ui/key-name'
import { Menu, MenuItem } from '#lib/ui/menu'

import { screenKeys } from '../keys'
import type { Mode } from './use-mode'

const names: Record<Exclude<Mode, 'read'>, string> = { edit: 'Editing', suggest: 'Suggesting' }

/** Whether what one writes changes the story or suggests a change; a word where there is no choice. */
export function ModeSwitch({ mode, onChoose }: { mode: Mode; onChoose: ((mode: Mode) => void) | undefined }) {
  if (mode === 'read') return null
  const face = (
    <>
      <Icon of={mode === 'edit' ? Pencil : MessageSquareDiff} />
      <span className="max-phone:sr-only">{names[mode]}</span>
    </>
  )
  if (!onChoose)
    return mode === 'suggest' ? (
      <span className="inline-flex items-center gap-1.5 font-medium text-changes">{face}</span>
    ) : null
  return (
    <Menu label={`${names[mode]}: choose`} face={face}>
      {(['edit', 'suggest'] as const).map((one) => (
        <MenuItem
          key={one}
          role="menuitemradio"
          aria-checked={one === mode}
          onClick={() => onChoose(one)}
          hint={one !== mode && <Kbd>{keyName(screenKeys.mode)}</Kbd>}
        >
          {names[one]}
          <span className="block text-label text-quiet">
            {one === 'edit' ? 'What you write changes the story' : 'What you write waits until an editor takes it'}
          </span>
        </MenuItem>
      ))}
    </Menu>
  )
}
