import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { db } from '#lib/db/client'
import { peopleSections } from '#lib/people/tables'
import { publications } from '#lib/publication/tables'
import { liveAddresses, liveSections } from '#lib/site/tables'
import { stories } from '#lib/story/tables'
import { deskForAll } from '#lib/testing/desk'
import { when } from '#lib/testing/newsroom'

import { addSection, editSection, moveSection, removeSection } from './commands'
import { SectionForm } from './content'
import { listSections, loadSection } from './queries'

const desk = deskForAll()

const culture = { name: 'Culture', slug: '', colour: 'culture' } as const
const order = async () => (await listSections()).map((section) => section.slug)
const live = async () =>
  (await db.select({ slug: liveSections.slug }).from(liveSections).orderBy(liveSections.position)).map(
    (row) => row.slug,
  )
const moved = (id: string) =>
  db
    .select({ path: liveAddresses.path, state: liveAddresses.state, target: liveAddresses.target })
    .from(liveAddresses)
    .where(eq(liveAddresses.subject, id))

test('a section is added at the end, for readers too, its address made from its name', async () => {
  await addSection(desk.petra, { ...culture, name: 'Culture & arts' })
  expect(await order()).toEqual(['river', 'politics', 'sport', 'culture-and-arts'])
  expect(await live()).toEqual(await order())
})

test('a name or an address that a section has already is refused, at its field', async () => {
  await expect(addSection(desk.petra, { ...culture, slug: 'sport' })).rejects.toMatchObject({
    fields: { slug: expect.any(String) },
  })
  await expect(addSection(desk.petra, { ...culture, name: 'sport', slug: 'games' })).rejects.toMatchObject({
    fields: { name: expect.any(String) },
  })
})

test.each(['desk', 'Über uns', 'a--b'])('“%s” is no address of a section', (slug) =>
  expect(SectionForm.safeParse({ ...culture, slug }).error?.issues[0]?.path).toEqual(['slug']),
)

test('a name is one line of what a page can carry', () => {
  expect(SectionForm.parse({ ...culture, name: ' Arts\u0002 &\n life ' }).name).toBe('Arts & life')
  expect(SectionForm.safeParse({ ...culture, name: '\u0002' }).error?.issues[0]?.path).toEqual(['name'])
})

test('a renamed section leaves its old addresses leading to the new one, and takes one back without a loop', async () => {
  const id = await addSection(desk.petra, culture)
  await editSection(desk.petra, id, 1, { ...culture, slug: 'arts' })
  await editSection(desk.petra, id, 2, { ...culture, slug: 'stage' })
  const lead = (path: string) => ({ path, state: 'moved', target: id })
  expect(await moved(id)).toEqual([lead('/culture'), lead('/arts')].sort((a, b) => a.path.localeCompare(b.path)))
  const [, , act] = await db
    .select({ keys: publications.keys })
    .from(publications)
    .where(eq(publications.subject, id))
    .orderBy(publications.seq)
  expect(act?.keys).toEqual(
    expect.arrayContaining([`section:${id}`, 'menu:', 'path:/arts', 'path:/stage', 'path:/culture']),
  )
  await editSection(desk.petra, id, 3, { ...culture, slug: 'culture' })
  expect((await moved(id)).map((row) => row.path).sort()).toEqual(['/arts', '/stage'])
})

test('a change from an older form overwrites nothing', async () => {
  const { version } = await loadSection(db, 'river')
  await editSection(desk.petra, 'river', version, { ...culture, name: 'River', slug: 'river' })
  await expect(editSection(desk.petra, 'river', version, { ...culture, slug: 'mine' })).rejects.toMatchObject({
    reason: 'conflict',
    detail: { name: 'River', slug: 'river' },
  })
})

test('sections change places one step at a time, for readers too, and stop at the ends', async () => {
  await moveSection(desk.petra, 'sport', 'up')
  expect((await order()).slice(0, 3)).toEqual(['river', 'sport', 'politics'])
  expect(await live()).toEqual(await order())
  await moveSection(desk.petra, 'river', 'up')
  expect((await order())[0]).toBe('river')
})

test('a section goes only when it is empty, and then without a trace', async () => {
  await db.write(async (tx) => {
    await tx
      .insert(stories)
      .values({ id: 'one', slug: 'one', sectionId: 'politics', createdBy: 'tom', createdAt: when })
    await tx.insert(peopleSections).values({ personId: 'tom', sectionId: 'politics' })
  })
  await expect(removeSection(desk.petra, 'politics')).rejects.toMatchObject({ reason: 'rule' })
  await db.write((tx) => tx.delete(stories))
  await removeSection(desk.petra, 'politics')
  expect(await order()).not.toContain('politics')
  expect(await live()).toEqual(await order())
  expect(await db.$count(peopleSections)).toBe(0)
})

test('only admins change sections; anybody else finds nothing', async () => {
  const nothing = { reason: 'not-found' }
  const id = 'river'
  const tries = [
    () => addSection(desk.sal, culture),
    () => editSection(desk.sal, id, 1, culture),
    () => moveSection(desk.sal, id, 'up'),
    () => removeSection(desk.sal, id),
  ]
  for (const attempt of tries) await expect((async () => attempt())()).rejects.toMatchObject(nothing)
})
