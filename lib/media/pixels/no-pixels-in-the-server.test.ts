import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

const sources = ['app', 'lib']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file).replaceAll('\\', '/')),
  )
  .filter((file) => /\.(tsx?|mjs)$/.test(file) && !/\.test\.|^lib\/testing\//.test(file))
const having = (sign: RegExp) => sources.filter((file) => sign.test(readFileSync(file, 'utf8')))
const here = 'lib/media/pixels/'
const cards = 'lib/media/social/draw.ts'

test('sharp is called by what runs in processes of its own, and by nothing else', () => {
  const modules = ['decoding', 'look', 'make-file', 'make-picture']
  const programs = ['encode-child', 'intake-child']
  expect(having(/(from|import|require)\W{1,2}sharp['"]/)).toEqual([`${here}decoding.ts`, `${here}make-file.ts`, cards])
  const names = [...modules, ...programs].join('|')
  expect(having(new RegExp(`['"]#lib/media/pixels/(${names})['"]`))).toEqual([])
  expect(having(/['"](#lib\/media\/social|\.)\/draw['"]/)).toEqual([`${here}encode-child.ts`])
  const beside = having(new RegExp(`['"]\\./(${names})['"]`)).filter((file) => file.startsWith(here))
  expect(beside.map((file) => file.slice(here.length, -'.ts'.length))).toEqual([
    'encode-child',
    'intake-child',
    'look',
    'make-file',
    'make-picture',
  ])
})

test('nothing of a file’s own metadata is handed on: all of these keep where it was taken', () => {
  expect(having(/\b(withMetadata|keepMetadata|keepExif|withExif|withExifMerge|keepXmp)\(/)).toEqual([])
})
