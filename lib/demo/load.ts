import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

import type { Actor } from '#lib/auth/actor'
import { hashPassword } from '#lib/auth/passwords'
import { db, type Tx } from '#lib/db/client'
import { newId } from '#lib/id'
import { leaveToReaders } from '#lib/media/commands/show'
import { setFace } from '#lib/people/commands/face'
import { insertPerson } from '#lib/people/commands/insert'
import { addSection } from '#lib/section/commands'
import { addTopic } from '#lib/topic/commands'

import { addPictures, storePictures } from './library'
import { loadMenus, loadPages } from './pages'
import { paper } from './paper'
import { ageOf, type DemoStory, parseStory } from './parse'
import { sendReports } from './reports'
import { addSeriesOf } from './series'
import { namePaper } from './settings'
import { type Cast, loadStory } from './stories'
import { system } from './system'
import { demoItems } from './tables'

/** Who signs in to look round; told once, at the start that made them. */
export type DemoAccount = { name: string; email: string; role: string; password: string }

/**
 * Fills the newsroom with the invented paper, all of it or nothing, through the same commands and door as everybody.
 * @param folder where the stories and the pictures are
 * @returns the demo accounts, none of them an admin; none when the demo is there already
 */
export async function loadDemo(
  now = new Date(),
  folder = join(/* turbopackIgnore: true */ process.cwd(), 'lib/demo'),
): Promise<DemoAccount[]> {
  if (await db.$count(demoItems)) return []
  const accounts = paper.people.map(({ name, email, role }) => ({
    name,
    email,
    role,
    password: randomBytes(9).toString('base64url'),
  }))
  const hashes = await Promise.all(accounts.map(({ password }) => hashPassword(password)))
  const written = readStories(join(folder, 'stories'))
  const stored = await storePictures(join(folder, 'pictures'), now)
  return db.write(async (tx) => {
    if (await tx.$count(demoItems)) return []
    const founded = new Date(
      now.getTime() - Math.max(...written.map(({ front }) => ageOf(front.age ?? ''))) - 86_400_000,
    )
    await namePaper(tx, paper.name, founded)
    const cast = await addCast(tx, hashes, founded)
    const pictures = await addPictures(tx, stored, cast.people, now)
    await record(tx, 'media', [...pictures.values()])
    for (const [slug, { id }] of cast.people) {
      const face = pictures.get(slug)
      if (face) await setFace(system, id, face, founded)
    }
    const stories = new Map(written.map(({ slug }) => [slug, newId()]))
    for (const story of written) await loadStory(tx, story, cast, { stories, pictures }, now)
    await record(tx, 'story', [...stories.values()])
    await record(tx, 'series', await addSeriesOf(paper.series, stories, now))
    await sendReports(tx, stories, now)
    const pages = await loadPages(tx, join(folder, 'pages'), founded)
    await record(tx, 'page', [...pages.values()])
    await record(tx, 'menu', await loadMenus(tx, pages, founded))
    // A start that makes a hundred files would keep its first readers waiting.
    for (const id of pictures.values()) await leaveToReaders(tx, id)
    return accounts
  })
}

/** Oldest first, so that they enter the publication log in the order in which the paper ran them. */
function readStories(folder: string): DemoStory[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.md'))
  return files
    .map((file) => parseStory(basename(file, '.md'), readFileSync(join(folder, file), 'utf8')))
    .sort((a, b) => ageOf(b.front.age ?? '') - ageOf(a.front.age ?? ''))
}

async function addCast(tx: Tx, hashes: string[], at: Date): Promise<Cast> {
  const sections = new Map<string, string>()
  for (const { slug, name, colour } of paper.sections)
    sections.set(slug, await addSection(system, { slug, name, colour }, at))
  const topics = new Map<string, string>()
  for (const { slug, name, aliases } of paper.topics) topics.set(slug, await addTopic(system, name, aliases, at))
  const people = new Map<string, Actor>()
  for (const [i, { slug, name, email, role, title, bio, sections: places }] of paper.people.entries()) {
    const own = places.map((place) => sections.get(place) ?? '')
    const person = { name, email, role, sections: own, passwordHash: hashes[i], profile: { title, bio } }
    const id = await insertPerson(tx, person, null, at)
    people.set(slug, { id, name, role, sections: own, sessionId: '' })
  }
  await record(tx, 'section', [...sections.values()])
  await record(tx, 'topic', [...topics.values()])
  await record(
    tx,
    'person',
    [...people.values()].map(({ id }) => id),
  )
  return { sections, topics, people }
}

async function record(
  tx: Tx,
  kind: 'section' | 'topic' | 'person' | 'story' | 'series' | 'media' | 'page' | 'menu',
  ids: string[],
) {
  if (ids.length) await tx.insert(demoItems).values(ids.map((id) => ({ kind, id })))
}
