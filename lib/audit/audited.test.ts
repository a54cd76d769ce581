import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { expect, test } from 'vitest'

const lib = join(dirname(fileURLToPath(import.meta.url)), '..')

/** Commands that write nothing down, each with its reason. */
const silent: Record<string, string> = {
  beginThread: 'what is said stands there with its name',
  reply: 'as above',
  editComment: 'as above',
  deleteComment: 'one’s own words',
  resolveThread: 'stands on the thread',
  markRead: 'one’s own list',
  markAllRead: 'as above',
  noteTold: 'as above',
  readWordFile: 'keeps nothing',
}

const files = readdirSync(lib, { recursive: true, encoding: 'utf8' })
  .filter((file) => !file.endsWith('.test.ts'))
  .filter((file) => /(^|\/)(commands\/[^/]+|commands|door)\.ts$/.test(file))
  .map((file) => readFileSync(join(lib, file), 'utf8'))

/** Functions at the top of a module, by name, with their text. */
const functions = new Map(
  files
    .flatMap((text) => text.split(/^(?=(?:export )?(?:async )?(?:function|const) \w)/m))
    .map((text) => [/^(?:export )?(?:async )?(?:function|const) (\w+)/.exec(text)?.[1] ?? '', text] as const),
)

/** Whether a function writes to the audit: itself, or by what it calls. */
function appends(name: string, seen = new Set<string>()): boolean {
  if (name === 'appendAudit') return true
  const text = functions.get(name)
  if (!text || seen.has(name)) return false
  seen.add(name)
  return [...text.matchAll(/\b(\w+)\(/g)].some(([, called = '']) => called !== name && appends(called, seen))
}

/** What people do: exported, with an actor first. */
const commands = [...functions]
  .filter(([, text]) => /^export [^(]*\(\s*_?actor: Actor\b/.test(text))
  .map(([name]) => name)

test('what people do is written down, or is known not to be', () => {
  expect(commands.length).toBeGreaterThan(35)
  expect(commands).toEqual(
    expect.arrayContaining(['publishStory', 'setAccess', 'updateSettings', 'handIn', 'mergeTopics']),
  )
  expect(commands.filter((name) => !appends(name)).sort()).toEqual(Object.keys(silent).sort())
})

test('the test can tell', () => {
  expect(appends('openSession')).toBe(true)
  expect(appends('publishStory')).toBe(true)
  expect(appends('countTry')).toBe(false)
})
