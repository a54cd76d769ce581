import type { Metadata } from 'next'

import { Form } from '#app/(newsroom)/form'
import { Frame } from '#app/(newsroom)/frame'
import { Submit } from '#lib/ui/submit'

import { newStoryAction } from './actions'

export const metadata: Metadata = { title: 'New story' }

/** An address to start from; nothing is made before somebody says so, since a browser may fetch an address unasked. */
export default function NewStory() {
  return (
    <Frame at="stories" title="New story">
      <div className="max-w-[460px] p-4">
        <Form action={newStoryAction}>
          {() => (
            <>
              <p className="text-muted">A draft that only the desk sees. Its address follows the headline.</p>
              <p>
                <Submit>Start writing</Submit>
              </p>
            </>
          )}
        </Form>
      </div>
    </Frame>
  )
}
