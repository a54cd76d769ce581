'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { AskDialog } from '#app/(newsroom)/ask-dialog'
import { Form } from '#app/(newsroom)/form'
import { Part } from '#app/(newsroom)/panel'
import type { Uses } from '#lib/media/queries/uses'
import { Button } from '#lib/ui/button'
import { Submit } from '#lib/ui/submit'

import { clearAction, removeAction, withholdAction } from '../actions'
import { useSelection } from '../selection'
import { LiveList } from './live-list'

type Props = {
  /** `withheld`: since when readers may not have it, in words. */
  media: { id: string; name: string; live: boolean; withheld: string | null }
  uses: Uses
}

/** What takes it from readers, or out of the library; danger last. */
export function Acts({ media: { id, name, live, withheld }, uses }: Props) {
  const [asking, ask] = useState<'withhold' | 'remove'>()
  const router = useRouter()
  const { list } = useSelection()
  const close = () => ask(undefined)
  return (
    <>
      <Part title="Readers">
        {withheld ? (
          <>
            <p className="text-muted">Taken from readers in all stories, {withheld}.</p>
            <Form action={clearAction} label="Readers" className="grid justify-items-start gap-2">
              {() => (
                <>
                  <input type="hidden" name="id" value={id} />
                  <Submit tone="plain">Let readers have it again</Submit>
                </>
              )}
            </Form>
          </>
        ) : (
          <>
            <p className="text-muted">
              {live ? 'Readers see it where live stories show it.' : 'Readers do not have it.'} Taken from them, it
              stands in no story, whatever stories say.
            </p>
            <div>
              <Button tone="danger" onClick={() => ask('withhold')}>
                Take from readers in all stories…
              </Button>
            </div>
          </>
        )}
      </Part>
      <Part title="Delete">
        {live ? (
          <>
            <p className="text-muted">
              Readers see it, so it cannot be deleted. Take it from them in all stories first.
            </p>
            <LiveList uses={uses} />
          </>
        ) : (
          <>
            <p className="text-muted">Its files are deleted with it. There is no way back.</p>
            <div>
              <Button tone="danger" onClick={() => ask('remove')}>
                Delete {name}…
              </Button>
            </div>
          </>
        )}
      </Part>
      {asking === 'withhold' && (
        <AskDialog
          title={`Take ${name} from readers?`}
          verb="Take from readers"
          leave="Leave it"
          tone="danger"
          act={() => withholdAction(id)}
          onClose={close}
        >
          Where it stood, nothing stands. Stories keep it, and no story that has it is published until readers may have
          it again or it is taken out there.
          <LiveList uses={uses} />
        </AskDialog>
      )}
      {asking === 'remove' && (
        <AskDialog
          title={`Delete ${name}?`}
          verb="Delete for good"
          leave="Keep"
          tone="danger"
          act={() => removeAction(id)}
          onClose={close}
          onState={(state) => state?.ok && router.push(list.current)}
        >
          {usedWords(uses)} Its files are deleted with it. There is no way back.
        </AskDialog>
      )}
    </>
  )
}

function usedWords({ stories, hidden }: Uses): string {
  const count = stories.length + hidden
  if (!count) return 'No story shows it.'
  return count === 1
    ? 'A story that is not live has it, and shows nothing there.'
    : `${count} stories that are not live have it, and show nothing there.`
}
