'use client'

import './file-status.css'

import { Button } from '#lib/ui/button'
import { late } from '#lib/ui/late'

import { useLibrary } from '../library/library'
import type { FileState } from './use-files'

const StoryTray = late(() => import('../library/story-tray').then((module) => module.StoryTray))

type Props = { state: FileState; onCancel: () => void; onClose: () => void }

/** Below the text, over it: how far a file is, and what became of it. */
export function FileStatus({ state, onCancel, onClose }: Props) {
  const { batches } = useLibrary()
  return (
    <div className="file-status">
      {batches.length > 0 && <StoryTray />}
      <div role={state?.kind === 'refused' ? 'alert' : 'status'} data-refused={state?.kind === 'refused' || undefined}>
        {state?.kind === 'busy' ? (
          <div className="file-said">
            <p>{state.share < 1 ? `Sending ${state.name}` : `Reading ${state.name}`}</p>
            <progress aria-label={state.name} max={1} value={state.share < 1 ? state.share : undefined} />
            <Button small onClick={onCancel}>
              Cancel
            </Button>
          </div>
        ) : (
          state && (
            <div className="file-said">
              <p>{state.text}</p>
              <Button small onClick={onClose}>
                Close
              </Button>
            </div>
          )
        )}
      </div>
    </div>
  )
}
