'use client'

import { useEffect, useMemo, useState } from 'react'

import { type Passage, passagesOf } from '#lib/checks/topics'
import type { StoryDocument } from '#lib/story/document/nodes'
import { Chosen, Offered } from '#lib/ui/removable'
import { TypeAhead } from '#lib/ui/type-ahead'

import { addTopicAction } from '../actions'
import type { Named } from '../props'
import { findTopicsAction, suggestTopicsAction } from '../text/look-ups'
import { Section, Waits } from './field-parts'
import type { FieldsHandle } from './use-fields'

type Props = { fields: FieldsHandle; text: StoryDocument | null; edits: boolean; adds: boolean }

/** What the story is about: chosen by type-ahead, made in place, offered from the text and never forced. */
export function TopicsField({ fields, text, edits, adds }: Props) {
  const { topics } = fields.values
  const [error, setError] = useState<string>()
  const found = useSuggestions(text, topics)
  const add = ({ id, name }: Named) => {
    const { topics } = fields.current()
    if (!topics.some((topic) => topic.id === id)) fields.save('topics', [...topics, { id, name }])
  }
  const create = async (name: string) => {
    const state = await addTopicAction(name).catch(() => null)
    if (!state) return setError('The server was not reached: a new topic needs it.')
    setError(state?.ok ? undefined : state?.message)
    if (state?.ok) add({ id: (state.detail as { id: string }).id, name })
  }
  const refused = error ?? fields.states.topics?.error
  return (
    <Section title="Topics">
      {topics.length > 0 && (
        <ul className="mb-1.5 flex flex-wrap gap-1.5">
          {topics.map((topic) => (
            <Chosen
              key={topic.id}
              name={topic.name}
              onRemove={
                edits
                  ? () =>
                      fields.save(
                        'topics',
                        topics.filter(({ id }) => id !== topic.id),
                      )
                  : undefined
              }
            />
          ))}
        </ul>
      )}
      {!edits && topics.length === 0 && <p className="text-muted">None yet</p>}
      {edits && (
        <TypeAhead
          label="Add a topic"
          placeholder="Add a topic"
          empty="No topic is called so."
          find={async (words) => (words ? findTopicsAction(words) : [])}
          onChoose={add}
          onCreate={adds ? create : undefined}
          createLabel={(name) => `New topic “${name}”`}
        />
      )}
      <Waits name="topics" fields={fields} />
      {refused && (
        <p role="alert" className="mt-1 text-label text-withdrawn">
          {refused}
        </p>
      )}
      {edits && found.length > 0 && (
        <>
          <h3 className="mt-2 mb-1 text-label text-quiet">Found in the text</h3>
          <ul className="flex flex-wrap gap-1.5">
            {found.map((topic) => (
              <Offered
                key={topic.id}
                label={topic.name}
                note={topic.count > 1 ? `${topic.count} times` : undefined}
                onTake={() => add(topic)}
              />
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

/** Asked again a second and a half after the text or the topics changed: a topic may have been made here just now. */
function useSuggestions(text: StoryDocument | null, topics: Named[]) {
  const [found, setFound] = useState<(Named & { count: number })[]>([])
  const words = useMemo(
    () => (text ? JSON.stringify(passagesOf(text).filter((passage) => passage.text)) : '[]'),
    [text],
  )
  const chosen = topics.map(({ id }) => id).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: other topics are a reason to ask
  useEffect(() => {
    const passages = JSON.parse(words) as Passage[]
    if (passages.length === 0) return setFound([])
    let stale = false
    const timer = setTimeout(() => {
      suggestTopicsAction(passages, []).then(
        (topics) => !stale && setFound(topics),
        () => {},
      )
    }, 1500)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [words, chosen])
  return found.filter(({ id }) => !topics.some((topic) => topic.id === id))
}
