'use client'

import { Plus } from 'lucide-react'
import { useRef } from 'react'

import { Form } from '#app/(newsroom)/form'
import { Icon } from '#lib/ui/icon'
import { Kbd } from '#lib/ui/kbd'
import { useShortcuts } from '#lib/ui/shortcuts'
import { Submit } from '#lib/ui/submit'

import { newStoryAction } from './actions'

/** Makes a draft and opens it; also by the key N. */
export function NewStory() {
  const ref = useRef<HTMLDivElement>(null)
  useShortcuts({ n: () => ref.current?.querySelector('button')?.click() })
  return (
    <div ref={ref}>
      <Form action={newStoryAction} className="flex items-center gap-2" label="New story">
        {() => (
          <Submit>
            <Icon of={Plus} />
            New story <Kbd>N</Kbd>
          </Submit>
        )}
      </Form>
    </div>
  )
}
