'use client'

import { useState } from 'react'

import { addContainer, editContainer, newContainer } from '#lib/front/moves'
import { sourceWords } from '#lib/front/words'
import type { Container, Source } from '#lib/site/front/content'
import { MOST_CONTAINERS } from '#lib/site/front/content'
import { facts, type KindName, kindNames } from '#lib/site/front/kinds/facts'
import { Button } from '#lib/ui/button'
import { Dialog } from '#lib/ui/dialog'
import { Radio, SelectField, TextField } from '#lib/ui/field'
import { TypeAhead } from '#lib/ui/type-ahead'

import { findTopicsAction } from '../find-topics'
import type { FrontHandle } from './use-front'

type Section = { id: string; name: string }
type Common = { front: FrontHandle; sections: Section[]; onDone: (said: string) => void; onClose: () => void }

/** A new container. @param at how many stand before it */
export function AddDialog({ front, sections, at, onDone, onClose }: Common & { at: number }) {
  const [kind, setKind] = useState<KindName>('list')
  const [source, setSource] = useState<Source | undefined>(firstSource('list', sections))
  const full = front.content.containers.length >= MOST_CONTAINERS
  const choose = (to: KindName) => {
    setKind(to)
    setSource(source && allows(to, source) ? source : firstSource(to, sections))
  }
  const add = () => {
    if (!source) return
    const container = newContainer(crypto.randomUUID().slice(0, 13), kind, source)
    front.keeper.change(addContainer(front.keeper.get().content, container, at))
    onClose()
    onDone(`${facts[kind].name} is added.`)
  }
  return (
    <Dialog
      title="Add a container"
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" disabled={!source || full} onClick={add}>
            Add {facts[kind].name}
          </Button>
        </>
      }
    >
      {full && (
        <p role="alert" className="mb-2 text-withdrawn">
          A front has {MOST_CONTAINERS} containers at most. Remove one first.
        </p>
      )}
      <fieldset>
        <legend className="mb-1 font-medium">What it looks like</legend>
        {kindNames.map((name) => (
          <Radio
            key={name}
            name="kind"
            label={facts[name].name}
            hint={facts[name].note}
            checked={kind === name}
            data-first={kind === name ? true : undefined}
            onChange={() => choose(name)}
          />
        ))}
      </fieldset>
      <SourceField {...{ kind, source, sections, names: front.names }} onChoose={setSource} />
    </Dialog>
  )
}

/** Title and source of a container. */
export function ChangeDialog({
  front,
  sections,
  container,
  onClose,
}: Omit<Common, 'onDone'> & { container: Container }) {
  const { id, kind } = container
  const [title, setTitle] = useState(container.title)
  const [source, setSource] = useState<Source | undefined>(container.source)
  const save = () => {
    if (!source) return
    const said = { title: title.trim().replace(/\s+/g, ' '), source }
    front.keeper.change(editContainer(front.keeper.get().content, id, said))
    onClose()
  }
  return (
    <Dialog
      title={facts[kind].name}
      note={facts[kind].note}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" disabled={!source} onClick={save}>
            Keep
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        {facts[kind].titled && (
          <TextField
            label="Title"
            data-first
            value={title}
            maxLength={80}
            placeholder={source && sourceWords(source, front.names)}
            hint="Empty, it is called as what it is filled from."
            onChange={({ target }) => setTitle(target.value)}
          />
        )}
        <SourceField {...{ kind, source, sections, names: front.names }} onChoose={setSource} />
      </div>
    </Dialog>
  )
}

const allows = (kind: KindName, { of }: Source) => (facts[kind].sources as readonly string[]).includes(of)

function firstSource(kind: KindName, sections: Section[]): Source | undefined {
  const [first] = facts[kind].sources
  if (first === 'newest') return { of: 'newest' }
  return first === 'section' && sections[0] ? { of: 'section', id: sections[0].id } : undefined
}

type SourceProps = {
  kind: KindName
  source: Source | undefined
  sections: Section[]
  names: ReadonlyMap<string, string>
  onChoose: (source: Source | undefined) => void
}

/** Where what nobody places comes from. */
function SourceField({ kind, source, sections, names, onChoose }: SourceProps) {
  const { sources } = facts[kind]
  const [topic, setTopic] = useState(source?.of === 'topic' ? (names.get(source.id) ?? '') : '')
  const [byTopic, setByTopic] = useState(source?.of === 'topic')
  const onlyTopics = sources.length === 1 && sources[0] === 'topic'
  const asksTopic = onlyTopics || (byTopic && sources.includes('topic'))
  const choose = (value: string) => {
    setByTopic(value === 'topic')
    if (value === 'topic') return onChoose(undefined)
    onChoose(value === 'newest' ? { of: 'newest' } : { of: 'section', id: value })
  }
  return (
    <div className="mt-2 grid gap-2">
      {!onlyTopics && (
        <SelectField
          label="Free places are filled from"
          value={asksTopic ? 'topic' : source?.of === 'section' ? source.id : 'newest'}
          onChange={({ target }) => choose(target.value)}
        >
          {sources.includes('newest') && <option value="newest">The newest of the paper</option>}
          {sources.includes('section') &&
            sections.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          {sources.includes('topic') && <option value="topic">A topic…</option>}
        </SelectField>
      )}
      {asksTopic && (
        <>
          <p className="font-medium">{topic ? `Topic: ${topic}` : 'Topic'}</p>
          <TypeAhead
            label="Topic"
            placeholder="Name of the topic"
            find={findTopicsAction}
            inFlow
            onChoose={({ id, name }) => {
              setTopic(name)
              onChoose({ of: 'topic', id })
            }}
          />
        </>
      )}
    </div>
  )
}
