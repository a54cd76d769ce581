import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { eq, gt } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { config } from '#lib/config'
import { db } from '#lib/db/client'
import { databaseForEach } from '#lib/testing/database'

import { acceptEnd, appendAudit, cutAudit, erasePersonal } from './commands'
import { followAudit, headWritten } from './follow'
import { readHeads, writeHead } from './head'
import { audit, auditPersonal } from './tables'
import { verdictLines, verifyAudit } from './verify'

databaseForEach()
let folder: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stet-audit-'))
  vi.spyOn(config(), 'data', 'get').mockReturnValue(folder)
  await followAudit()
})
afterEach(async () => {
  await headWritten()
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true })
})

const at = (day: number) => new Date(Date.UTC(2026, 0, day))
const act = (day: number) =>
  db.write((tx) =>
    appendAudit(tx, {
      actorId: 'nadia',
      act: 'sign-in',
      subject: 'person:nadia',
      at: at(day),
      personal: { address: '192.0.2.1', agent: 'Firefox' },
    }),
  )
const acts = async (days: number) => {
  for (let day = 1; day <= days; day += 1) await act(day)
}
/** Waits for the head, then asks. */
async function verdict() {
  await headWritten()
  const lines = verdictLines(await verifyAudit())
  await followAudit()
  return lines
}
const past = (run: (tx: Parameters<Parameters<typeof db.write>[0]>[0]) => PromiseLike<unknown>) => db.write(run)

test('what was written down is whole, and one head is noted, the last', async () => {
  await acts(5)
  expect(await verdict()).toEqual(['The audit is whole. 5 entries read.'])
  expect(readHeads().map(({ seq, damaged }) => [seq, damaged])).toEqual([[5, false]])
})

test('an entry that was edited, one taken out and an end cut off are told by number and kind', async () => {
  await acts(9)
  await headWritten()
  await past((tx) => tx.update(audit).set({ actorId: 'tom' }).where(eq(audit.seq, 2)))
  await past((tx) => tx.delete(auditPersonal))
  await past((tx) => tx.delete(audit).where(eq(audit.seq, 4)))
  await past((tx) => tx.delete(audit).where(gt(audit.seq, 7)))
  expect(verdictLines(await verifyAudit())).toEqual([
    'The audit is not whole. 6 entries read.',
    '  2 was edited',
    '  4 was taken out',
    '  8 to 9 were cut off at the end',
    expect.stringContaining('audit accept'),
  ])
})

test('a cut end shows also when the newsroom has gone on since, and once it is accepted no more', async () => {
  await acts(6)
  await headWritten()
  await past((tx) => tx.delete(auditPersonal))
  await past((tx) => tx.delete(audit).where(gt(audit.seq, 3)))
  await followAudit()
  for (let day = 7; day <= 12; day += 1) await act(day)
  expect(await verdict()).toContain('  6 was cut off at the end')
  await acceptEnd(await verifyAudit())
  expect(await verdict()).toEqual(['The audit is whole. 10 entries read.'])
  const [last] = await db.select({ detail: audit.detail }).from(audit).where(eq(audit.act, 'accept-end'))
  expect(JSON.parse(last!.detail).heads).toMatchObject([{ seq: 6 }])
})

test('a head that was meddled with is told, and so is one that is missing', async () => {
  await acts(3)
  await headWritten()
  writeFileSync(join(folder, 'audit-head/3'), `${'0'.repeat(64)} ${'0'.repeat(64)}`)
  expect(verdictLines(await verifyAudit())).toContain('  the head noted at 3 is damaged')
  rmSync(join(folder, 'audit-head'), { recursive: true })
  expect(verdictLines(await verifyAudit())[1]).toContain('no head is noted')
})

test('of heads that several processes note at once the highest stays, whoever writes last', async () => {
  const agrees = async () => true
  const head = (seq: number) => writeHead({ seq, hash: String(seq) }, agrees)
  await Promise.all([3, 9, 5, 7].map(head))
  await head(4)
  expect(readHeads().at(-1)?.seq).toBe(9)
  await head(10)
  expect(readdirSync(join(folder, 'audit-head'))).toEqual(['10'])
})

test('at the end of its time the audit is cut, and goes on from a checkpoint', async () => {
  await acts(10)
  expect(await cutAudit(at(5), at(30))).toBe(4)
  expect(await verdict()).toEqual(['The audit is whole. 7 entries read, behind a checkpoint at 4.'])
  expect(await cutAudit(at(5), at(31))).toBe(0)
  expect(await db.$count(auditPersonal)).toBe(6)
  expect(await cutAudit(at(8), at(31))).toBe(3)
  expect(await verdict()).toEqual(['The audit is whole. 5 entries read, behind a checkpoint at 7.'])
  await past((tx) => tx.delete(auditPersonal))
  await past((tx) => tx.delete(audit).where(eq(audit.seq, 8)))
  expect(await verdict()).toContain('  8 was taken out')
})

test('nothing is cut from behind a younger entry, and the last one stays', async () => {
  await act(9)
  await act(2)
  await act(3)
  expect(await cutAudit(at(5))).toBe(0)
  expect(await cutAudit(at(20))).toBe(2)
  expect(await db.$count(audit)).toBe(2)
})

test('addresses and browsers are erased before their entries, which stay whole', async () => {
  await acts(6)
  await erasePersonal(at(4))
  expect(await db.$count(auditPersonal)).toBe(2)
  expect(await verdict()).toEqual(['The audit is whole. 6 entries read.'])
})
