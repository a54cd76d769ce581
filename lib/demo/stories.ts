import * as Y from 'yjs'

import type { Actor } from '#lib/auth/actor'
import type { Tx } from '#lib/db/client'
import { layouts, machineParts } from '#lib/site/presentation'
import { insertStory } from '#lib/story/commands/create'
import { followLog } from '#lib/story/commands/follow-log'
import { handIn, markReady } from '#lib/story/commands/move'
import { publishStory } from '#lib/story/commands/publish'
import { withdrawStory } from '#lib/story/commands/withdraw'
import { type Block, type Image, type MediaUse, type StoryDocument, schemaVersion } from '#lib/story/document/nodes'
import { writeDocument } from '#lib/story/document/write'
import { seedUpdate } from '#lib/story/document/ydoc'
import { loadLog } from '#lib/story/log/read'
import { insertUpdate } from '#lib/story/log/write'
import { type Presentation, plain } from '#lib/story/presentation'
import type { Told } from '#lib/story/update'

import { ageOf, type DemoStory } from './parse'

/** Ids of sections and topics, and people as actors, by their slugs. */
export type Cast = { sections: Map<string, string>; topics: Map<string, string>; people: Map<string, Actor> }

/** Ids of all that stories name by slugs: other stories (“Also read”), and pictures. */
export type Ids = { stories: Map<string, string>; pictures: Map<string, string> }

const minutes = (count: number) => count * 60_000

/**
 * Writes one story of the demo paper and takes it as far as its file says.
 */
export async function loadStory(tx: Tx, story: DemoStory, cast: Cast, ids: Ids, now: Date): Promise<void> {
  const { slug, front } = story
  const id = need(ids.stories, slug)
  const age = ageOf(front.age ?? '')
  const ago = (share: number) => new Date(now.getTime() - age * share)
  const bylines = list(front.by).map((one) => need(cast.people, one))
  const writer = bylines[0]
  const editor = need(cast.people, 'sal-venn')
  if (!writer) throw new Error(`${slug} has no byline`)
  const document = documentOf(story, ids)
  const given = {
    slug,
    document: asFirst(document, front['first-said']),
    sectionId: need(cast.sections, front.section ?? ''),
    topics: list(front.topics).map((one) => need(cast.topics, one)),
    people: bylines.map((person) => person.id),
    dateline: front.dateline ?? '',
    main: mainOf(front.picture, ids),
    ...presentationOf(front, ids),
  }
  await insertStory(tx, id, writer, given, isPublic(front.state) ? new Date(ago(1).getTime() - minutes(25)) : ago(1))
  switch (front.state) {
    case 'draft':
      return
    case 'review':
      await handIn(writer, id, ago(0.9))
      return
    case 'ready':
      await markReady(editor, id, ago(0.9))
      return
    case 'live':
      await publish(tx, id, editor, ago(1))
      return correct(tx, id, { editor, document, note: front.correction, at: ago(0.5) })
    case 'changed':
      await publish(tx, id, editor, ago(1))
      await correct(tx, id, { editor, document, note: front.correction, at: ago(0.5) })
      return change(tx, id, writer, story, ids, ago(0.1))
    case 'withdrawn':
      await publish(tx, id, editor, ago(1))
      await withdrawStory(editor, id, front['withdrawn-note'] ?? '', 'wrong', ago(0.8))
      return
    default:
      throw new Error(`${slug} is in no state that is known`)
  }
}

const isPublic = (state = '') => ['live', 'changed', 'withdrawn'].includes(state)

const list = (line = '') => line.split(', ').filter(Boolean)

function need<T>(map: Map<string, T>, key: string): T {
  const value = map.get(key)
  if (value === undefined) throw new Error(`the demo paper has no “${key}”`)
  return value
}

function documentOf({ front, blocks }: DemoStory, ids: Ids): StoryDocument {
  const content = blocks.map((block) => linked(block, ids))
  return {
    schema: schemaVersion,
    headline: front.headline ?? '',
    standfirst: front.standfirst ?? '',
    body: { type: 'doc', content },
  }
}

/** The files name stories and pictures by their slugs; the document by their ids. */
function linked(block: Block, ids: Ids): Block {
  if (block.type === 'relatedStory')
    return { ...block, attrs: { ...block.attrs, story: need(ids.stories, block.attrs.note), note: '' } }
  if (block.type === 'image') return shown(block, ids)
  if (block.type === 'gallery') return { ...block, content: block.content?.map((image) => shown(image, ids)) ?? [] }
  return block
}

const shown = (image: Image, { pictures }: Ids): Image => ({
  ...image,
  attrs: { ...image.attrs, media: need(pictures, image.attrs.media) },
})

/** @throws where the file asks for a layout, or for machine-made parts, that there are none of */
function presentationOf(front: DemoStory['front'], { stories }: Ids): Presentation {
  const { kicker = '', layout = plain.layout, sponsor = '', machine = '', language = '', original } = front
  const has = <Value extends string>(values: readonly Value[], value: string): Value => {
    const found = values.find((one) => one === value)
    if (found === undefined) throw new Error(`the demo paper knows no “${value}”`)
    return found
  }
  return {
    kicker,
    layout: has(layouts, layout),
    sponsor,
    machine: has(machineParts, machine),
    related: list(front.related).map((slug) => need(stories, slug)),
    language,
    original: original ? need(stories, original) : '',
  }
}

/** @param line `floodlights`, or `floodlights | The story's own caption.` */
function mainOf(line: string | undefined, { pictures }: Ids): MediaUse | null {
  const [slug, caption = ''] = line?.split(' | ') ?? []
  return slug ? { media: need(pictures, slug), alt: '', caption, credit: '', crop: '' } : null
}

/** The document with the words that were wrong. @param line `51 pages => 61 pages`: what it said first, and says now */
function asFirst(document: StoryDocument, line?: string): StoryDocument {
  const [was, is] = line?.split(' => ') ?? []
  if (!was || !is) return document
  const text = JSON.stringify(document)
  if (!text.includes(is)) throw new Error(`the demo paper nowhere says “${is}”`)
  return JSON.parse(text.replace(is, was)) as StoryDocument
}

/** Later it says what it should have said, and readers are told. */
async function correct(tx: Tx, id: string, { editor, document, note, at }: Correcting): Promise<void> {
  if (!note) return
  const ydoc = await loadLog(tx, id)
  const before = Y.encodeStateVector(ydoc)
  writeDocument(ydoc, document)
  await insertUpdate(tx, { storyId: id, update: Y.encodeStateAsUpdate(ydoc, before), by: editor.id, at })
  await followLog(tx, id)
  await publish(tx, id, editor, at, { change: 'correction', note })
}

type Correcting = { editor: Actor; document: StoryDocument; note: string | undefined; at: Date }

async function publish(tx: Tx, id: string, editor: Actor, at: Date, told: Told = {}): Promise<void> {
  const snapshot = Buffer.from(Y.encodeSnapshot(Y.snapshot(await loadLog(tx, id)))).toString('base64')
  await publishStory(editor, id, { snapshot, version: 1 }, told, at)
}

/** What a writer has done since: another headline, and blocks at the end. Readers keep what was published. */
async function change(tx: Tx, id: string, writer: Actor, story: DemoStory, ids: Ids, at: Date): Promise<void> {
  const { front, blocks, unpublished } = story
  const changed = {
    ...story,
    front: { ...front, headline: front['changed-headline'] ?? '' },
    blocks: [...blocks, ...unpublished],
  }
  const wanted = new Y.Doc()
  Y.applyUpdate(wanted, seedUpdate(documentOf(changed, ids)))
  const ydoc = await loadLog(tx, id)
  const before = Y.encodeStateVector(ydoc)
  ydoc.transact(() => {
    const [headline, body] = [ydoc.getXmlFragment('headline'), ydoc.getXmlFragment('body')]
    headline.delete(0, headline.length)
    headline.insert(0, copies(wanted.getXmlFragment('headline'), 0))
    body.insert(body.length, copies(wanted.getXmlFragment('body'), body.length))
  })
  await insertUpdate(tx, { storyId: id, update: Y.encodeStateAsUpdate(ydoc, before), by: writer.id, at })
  await followLog(tx, id)
}

const copies = (fragment: Y.XmlFragment, from: number) =>
  fragment.slice(from).map((node) => node.clone() as Y.XmlElement | Y.XmlText)
