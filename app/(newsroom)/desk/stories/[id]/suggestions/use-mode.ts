'use client'

import { useState } from 'react'

import type { StoryProps } from '../props'

/** What one's writing goes into: the story, one's own suggestions for it, or nothing. */
export type Mode = 'edit' | 'suggest' | 'read'

/** Who may edit can choose to suggest; who may not, suggests, where that is theirs. */
export function useMode({ may, spiked }: StoryProps): { mode: Mode; choose: ((mode: Mode) => void) | undefined } {
  const [chosen, setChosen] = useState<Mode>('edit')
  if (spiked) return { mode: may.edit ? 'edit' : 'read', choose: undefined }
  if (may.edit) return { mode: chosen, choose: setChosen }
  return { mode: may.suggest ? 'suggest' : 'read', choose: undefined }
}
