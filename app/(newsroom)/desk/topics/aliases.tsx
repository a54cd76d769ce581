'use client'

import { X } from 'lucide-react'

import { Form } from '#app/(newsroom)/form'
import { TextField } from '#lib/ui/field'
import { Icon } from '#lib/ui/icon'
import { Submit } from '#lib/ui/submit'

import { addAliasAction, removeAliasAction } from './actions'

type Topic = { id: string; name: string; aliases: { id: number; alias: string }[] }

/** Further names by which texts mention the topic; it is suggested where one of them stands. */
export function Aliases({ topic, edits }: { topic: Topic; edits: boolean }) {
  return (
    <>
      <p className="text-muted">{topic.name} is suggested for a story that has one of its names.</p>
      {topic.aliases.length > 0 && (
        <Form action={removeAliasAction} label="Other names" className="grid gap-1">
          {() => (
            <>
              <input type="hidden" name="id" value={topic.id} />
              <ul>
                {topic.aliases.map(({ id, alias }) => (
                  <li key={id} className="flex min-h-[26px] items-center justify-between gap-2">
                    <span className="min-w-0 truncate">{alias}</span>
                    {edits && (
                      <Submit tone="ghost" small name="alias" value={String(id)}>
                        <Icon of={X} size={14} />
                        <span className="sr-only">Remove {alias}</span>
                      </Submit>
                    )}
                  </li>
                ))}
              </ul>
            </>
          )}
        </Form>
      )}
      {edits && (
        <Form action={addAliasAction} clears label="Add another name" className="grid gap-2">
          {(state) => (
            <>
              <input type="hidden" name="id" value={topic.id} />
              <TextField label="Another name" name="name" required maxLength={80} error={state?.fields?.name} />
              <div>
                <Submit tone="plain">Add name</Submit>
              </div>
            </>
          )}
        </Form>
      )}
    </>
  )
}
