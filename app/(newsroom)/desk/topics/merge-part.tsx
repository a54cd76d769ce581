'use client'

import { useState } from 'react'

import { Form } from '#app/(newsroom)/form'
import { Button } from '#lib/ui/button'
import { Dialog } from '#lib/ui/dialog'
import { Submit } from '#lib/ui/submit'
import { type Choice, TypeAhead } from '#lib/ui/type-ahead'

import { mergeTopicsAction } from './actions'
import { findTargetsAction } from './find-targets'

type Props = { topic: { id: string; name: string; slug: string }; stories: string }

/** Chooses a topic to merge this one into, and asks before it does. */
export function MergePart({ topic, stories }: Props) {
  const [into, choose] = useState<Choice>()
  const { id, name, slug } = topic
  return (
    <>
      <p className="text-muted">Its stories, names and address go over to another topic.</p>
      <TypeAhead
        label={`Merge ${name} into`}
        placeholder="Merge into…"
        find={(words) => findTargetsAction(words, id)}
        onChoose={choose}
        empty="No topic is called so."
      />
      {into && (
        <Dialog title={`Merge ${name} into ${into.name}?`} onClose={() => choose(undefined)}>
          <Form action={mergeTopicsAction} label={`Merge ${name} into ${into.name}`} className="grid gap-4">
            {() => (
              <>
                <input type="hidden" name="id" value={id} />
                <input type="hidden" name="into" value={into.id} />
                <p>
                  {stories} at the desk and every live one get {into.name}. The old address, /topics/{slug}, will answer
                  301: readers are led to {into.name}. This cannot be undone.
                </p>
                <div className="flex justify-end gap-2">
                  <Button onClick={() => choose(undefined)}>Keep both</Button>
                  <Submit tone="danger">Merge topics</Submit>
                </div>
              </>
            )}
          </Form>
        </Dialog>
      )}
    </>
  )
}
