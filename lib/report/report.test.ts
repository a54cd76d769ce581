import { beforeEach, expect, test } from 'vitest'
import { audit } from '#lib/audit/tables'
import { db } from '#lib/db/client'
import { markRead } from '#lib/notification/commands'
import { countUnread, listNotifications } from '#lib/notification/queries'
import { ensureSettings } from '#lib/settings/commands'
import { settings } from '#lib/settings/tables'
import { withdrawStory } from '#lib/story/commands/withdraw'
import { deskForEach } from '#lib/testing/desk'
import { person, when } from '#lib/testing/newsroom'
import { aStory, publishNow } from '#lib/testing/stories'

import { closeReport, fileReport, forgetReports, reopenReport, takeReport } from './commands'
import { countOpenReports, countReports, findReportOf, listReports } from './queries'
import { ensureReport, keptDays, mostOpen } from './rules'
import { reports } from './tables'

const desk = deskForEach()
let story: string
beforeEach(async () => {
  story = await aStory(desk.sal, 'Gates close')
  await publishNow(desk.sal, story)
})

const from = (address: string) => ({ address, agent: 'a browser' })
const report = (text: string, more = {}) => ({ text, passage: '', email: '', ...more })
const file = (text: string, address = '192.0.2.1', at = when) => fileReport(story, report(text), from(address), at)
const open = async () => (await listReports(desk.sal, 'open')).reports
const later = (days: number) => new Date(when.getTime() + days * 86_400_000)

test('what a reader writes comes to the editors of its section as it was written, and to nobody else', async () => {
  await fileReport(
    story,
    { text: '  It was <b>five</b>\r\nnot six. ', passage: 'at  six', email: 'reader@paper.example' },
    from('192.0.2.1'),
    when,
  )
  expect(await open()).toMatchObject([
    {
      text: 'It was <b>five</b>\nnot six.',
      passage: 'at six',
      email: 'reader@paper.example',
      headline: 'Gates close',
      path: '/river/gates-close',
      taken: null,
    },
  ])
  const elsewhere = person('elsewhere', 'editor', ['sport'])
  for (const other of [desk.nadia, desk.tom, desk.kit, elsewhere]) {
    expect((await listReports(other, 'open')).reports).toEqual([])
    expect(await countOpenReports(other)).toBe(0)
  }
  expect(await countReports(desk.petra)).toEqual({ open: 1, done: 0, spam: 0 })
})

test.each([
  [{ text: '' }, { text: 'empty' }],
  [{ text: 'x'.repeat(2001) }, { text: 'long' }],
  [{ text: 'Wrong.', passage: 'x'.repeat(501) }, { passage: 'long' }],
  [{ text: 'Wrong.', email: 'nobody' }, { email: 'shape' }],
  [{ text: 'Wrong.', email: 'a@b.example, c@d.example' }, { email: 'shape' }],
])('%j is not kept', (given, fields) => {
  expect(() => ensureReport(report('', given))).toThrow(expect.objectContaining({ reason: 'invalid', fields }))
})

test('the longest that may be written is kept', () => {
  expect(() => ensureReport(report('🌊'.repeat(2000), { passage: '🌊'.repeat(500) }))).not.toThrow()
})

test('of a story that readers do not have, or not any more, nothing can be reported', async () => {
  const draft = await aStory(desk.sal, 'Not yet')
  await expect(fileReport(draft, report('Wrong.'), from('192.0.2.1'), when)).rejects.toThrow('was not found')
  await withdrawStory(desk.sal, story, '', 'wrong', when)
  await expect(file('Wrong.')).rejects.toThrow('was not found')
  expect(await db.$count(reports)).toBe(0)
})

test('one network may send eight in a quarter of an hour, and others go on', async () => {
  for (let i = 0; i < 8; i += 1) await file(`Wrong ${i}.`, `2001:db8::${i}`)
  await expect(file('Wrong again.', '2001:db8::ffff')).rejects.toMatchObject({ reason: 'busy' })
  await file('Wrong elsewhere.', '192.0.2.1')
  await file('Wrong later.', '2001:db8::1', new Date(when.getTime() + 16 * 60_000))
  expect(await open()).toHaveLength(10)
})

test('sent twice it is there once, and a story takes no more than the desk can read', async () => {
  await file('Wrong.')
  await file('Wrong.')
  expect(await open()).toHaveLength(1)
  const many = Array.from({ length: mostOpen - 1 }, (_, i) => ({ id: `r${i}`, storyId: story, text: `${i}`, at: when }))
  await db.write(async (tx) => void (await tx.insert(reports).values(many)))
  await expect(file('One more.')).rejects.toMatchObject({ reason: 'busy' })
})

test('an editor takes a report, and another is told who was quicker', async () => {
  await file('Wrong.')
  const [{ id } = { id: '' }] = await open()
  await takeReport(desk.sal, id, null, when)
  await takeReport(desk.sal, id, null, when)
  await expect(takeReport(desk.petra, id, null, when)).rejects.toThrow('sal has taken it.')
  await takeReport(desk.petra, id, 'sal', when)
  expect(await open()).toMatchObject([{ taken: { id: 'petra', name: 'petra' } }])
  await expect(takeReport(desk.nadia, id, 'petra', when)).rejects.toThrow('was not found')
})

test('closed it is out of the inbox, says who had it, and can be opened again', async () => {
  await file('Wrong.')
  const [{ id } = { id: '' }] = await open()
  await expect(closeReport(desk.kit, id, 'done', when)).rejects.toThrow('was not found')
  await closeReport(desk.sal, id, 'done', when)
  await expect(closeReport(desk.petra, id, 'spam', when)).rejects.toMatchObject({ reason: 'conflict' })
  expect(await open()).toEqual([])
  expect((await listReports(desk.sal, 'done')).reports).toMatchObject([{ id, taken: { id: 'sal' } }])
  await reopenReport(desk.sal, id, when)
  expect(await countOpenReports(desk.sal)).toBe(1)
})

test('it is quoted to who publishes its own story, and in no other', async () => {
  await file('Wrong.')
  const [{ id } = { id: '' }] = await open()
  const other = await aStory(desk.sal, 'Another')
  expect(await findReportOf(desk.sal, story, id)).toMatchObject({ text: 'Wrong.' })
  expect(await findReportOf(desk.nadia, story, id)).toBeUndefined()
  expect(await findReportOf(desk.sal, other, id)).toBeUndefined()
})

test('the audit says who did what with a report, and no word of it', async () => {
  await file('Wrong zebra.')
  const [{ id } = { id: '' }] = await open()
  await takeReport(desk.sal, id, null, when)
  await closeReport(desk.sal, id, 'spam', when)
  const said = JSON.stringify(await db.select({ act: audit.act, detail: audit.detail }).from(audit))
  expect(said).toContain('spam-report')
  expect(said).not.toContain('zebra')
})

test('all of it goes in time: spam first, what is done next, what nobody read at last', async () => {
  for (const text of ['Spam', 'Done', 'Open']) await file(text)
  const ids = new Map((await open()).map(({ id, text }) => [text, id]))
  await closeReport(desk.sal, ids.get('Spam') ?? '', 'spam', when)
  await closeReport(desk.sal, ids.get('Done') ?? '', 'done', when)
  const left = async (days: number) => {
    await db.write((tx) => forgetReports(tx, later(days)))
    return (await db.select({ text: reports.text }).from(reports)).map(({ text }) => text).sort()
  }
  expect(await left(keptDays.spam)).toEqual(['Done', 'Open', 'Spam'])
  expect(await left(keptDays.spam + 0.1)).toEqual(['Done', 'Open'])
  expect(await left(keptDays.done + 0.1)).toEqual(['Open'])
  expect(await left(keptDays.open + 0.1)).toEqual([])
})

test('the reader’s address goes as soon as personal data do', async () => {
  await ensureSettings(when)
  await db.write(async (tx) => void (await tx.update(settings).set({ personalDays: 30 })))
  await fileReport(story, report('Wrong.', { email: 'reader@paper.example' }), from('192.0.2.1'), when)
  await db.write((tx) => forgetReports(tx, later(31)))
  expect(await open()).toMatchObject([{ text: 'Wrong.', email: '' }])
})

test('inbox pages go on where the one before ended', async () => {
  const many = Array.from({ length: 53 }, (_, i) => ({
    id: `r${String(i).padStart(2, '0')}`,
    storyId: story,
    text: `${i}`,
    at: new Date(when.getTime() + Math.floor(i / 3) * 1000),
  }))
  await db.write(async (tx) => void (await tx.insert(reports).values(many)))
  const first = await listReports(desk.sal, 'open')
  const second = await listReports(desk.sal, 'open', first.reports.at(-1)?.id)
  expect([first.more, second.more]).toEqual([true, false])
  expect([...first.reports, ...second.reports].map(({ id }) => id)).toEqual(many.map(({ id }) => id))
})

test('those who may mend the story are told, once until they have looked, and no more when nothing is open', async () => {
  const told = async (actor = desk.petra) =>
    (await listNotifications(actor, { size: 9 })).rows.map(({ kind, about, note, readAt }) => [
      kind,
      about,
      note,
      readAt,
    ])
  await file('It was five.')
  await file('It was six.', '192.0.2.2')
  const unread = ['report', 'Gates close', '', null]
  expect([await told(), await told(desk.nadia), await told(desk.tom)]).toEqual([[unread], [], []])
  await markRead(desk.petra, { kind: 'report' }, when)
  await file('It was seven.', '192.0.2.3')
  expect(await told()).toHaveLength(2)
  expect(await countUnread(desk.petra)).toBe(1)
  for (const { id } of await open()) await closeReport(desk.sal, id, 'done', when)
  expect(await countUnread(desk.petra)).toBe(0)
})
