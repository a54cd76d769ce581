import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { build, type Plugin } from 'esbuild'
import { expect, test } from 'vitest'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

type Planted = { path: string; source: string }

/** Plants files in an empty tree under our lint rules. @returns those that the import rules caught */
function caught(planted: Planted[]): Planted[] {
  const folder = mkdtempSync(join(tmpdir(), 'stet-layers-'))
  const rules = JSON.parse(readFileSync(join(root, '.biome.json'), 'utf8'))
  writeFileSync(join(folder, 'biome.json'), JSON.stringify({ ...rules, $schema: undefined, vcs: undefined }))
  // The place decides which rules hold; the number keeps the files of one place apart.
  const files = planted.map(({ path }, i) => path.replace(/(?=\.tsx?$)/, path.includes('planted') ? String(i) : ''))
  for (const [i, file] of files.entries()) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), planted[i]?.source ?? '')
  }
  const args = ['lint', '--only=style/noRestrictedImports', '--max-diagnostics=none', '--colors=off', '.']
  const { stdout, stderr } = spawnSync(join(root, 'node_modules/.bin/biome'), args, { cwd: folder, encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  return planted.filter((_, i) => `${stdout}${stderr}`.includes(`${files[i]}:`))
}

const importing = (path: string, from: string): Planted => ({ path, source: `import { x } from '${from}'\nx()\n` })

const deskRooms =
  'auth audit checks cli collab demo edge jobs people publication section server settings topic ui'.split(' ')
const deskTables = readdirSync(join(root, 'lib')).filter(
  (room) => room !== 'site' && existsSync(join(root, 'lib', room, 'tables.ts')),
)

test('the readers’ side may import no room and no table of the desk, in whatever way', () => {
  const forbidden = [
    ...deskRooms.map((room) => `#lib/${room}/anything`),
    ...deskTables.map((room) => `#lib/${room}/tables`),
    '#lib/story/queries/list',
    '#lib/story/commands/publish',
    '#lib/story/log/read',
    'next-auth',
  ]
  const planted = [
    ...forbidden.map((from) => importing('lib/site/queries/planted.ts', from)),
    ...forbidden.map((from) => importing('app/(site)/planted.tsx', from)),
    {
      path: 'app/(site)/planted.tsx',
      source: `import type { x } from '#lib/story/tables'\nexport type y = typeof x\n`,
    },
    { path: 'app/(site)/planted.tsx', source: `export const x = () => import('#lib/story/tables')\n` },
    importing('app/(site)/planted.tsx', '../../story/tables'),
    importing('app/(site)/planted.tsx', '../(newsroom)/frame'),
  ]
  expect(planted.length).toBeGreaterThan(60)
  expect(caught(planted)).toEqual(planted)
})

test('the readers’ side may import what it needs', () => {
  const needed = ['#lib/site/tables', '#lib/db/client', '#lib/story/document/text', '#lib/messages/find', '#lib/errors']
  expect(caught(needed.map((from) => importing('lib/site/queries/planted.ts', from)))).toEqual([])
})

test('every layer imports downwards only', () => {
  const planted = [
    importing('app/(newsroom)/desk/planted.ts', '#lib/db/client'),
    importing('app/(newsroom)/desk/planted.ts', '#lib/publication/door'),
    importing('app/(newsroom)/desk/planted.ts', '#lib/audit/commands'),
    importing('app/preview/planted.tsx', '#lib/db/client'),
    importing('app/preview/planted.tsx', '#lib/auth/session'),
    importing('app/preview/planted.tsx', '#lib/story/queries/list'),
    importing('app/preview/planted.tsx', '#lib/preview/commands'),
    importing('app/preview/planted.tsx', '#app/(newsroom)/frame'),
    importing('lib/ui/planted.tsx', '#lib/story/workflow'),
    importing('lib/publication/planted.ts', '#lib/story/live'),
    importing('lib/checks/planted.ts', '#lib/db/client'),
    importing('lib/checks/planted.ts', '#lib/story/queries/list'),
    importing('lib/story/document/planted.ts', 'next/headers'),
    importing('lib/story/workflow.ts', './tables'),
  ]
  expect(caught(planted)).toEqual(planted)
})

/** Every file of ours that `files` reach, by any path. @param second a module called `planted` that they may import */
async function reachedFrom(files: string[], second = ''): Promise<string[]> {
  const planted: Plugin = {
    name: 'planted',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^planted$/ }, () => ({ path: 'planted', namespace: 'planted' }))
      onLoad({ filter: /.*/, namespace: 'planted' }, () => ({
        contents: second,
        resolveDir: join(root, 'lib/messages'),
      }))
    },
  }
  const { metafile } = await build({
    absWorkingDir: root,
    stdin: { contents: files.map((file) => `import '${file}'`).join('\n'), resolveDir: root },
    plugins: [planted],
    bundle: true,
    write: false,
    metafile: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    loader: { '.css': 'empty' },
    // Imports that nothing uses count as well: the rule is about what a file may name.
    tsconfigRaw: {
      compilerOptions: { verbatimModuleSyntax: true, jsx: 'react-jsx', paths: { '#lib/*': ['./lib/*'] } },
    },
    logLevel: 'silent',
  })
  return Object.keys(metafile.inputs).filter((file) => file.startsWith('lib/') || file.startsWith('app/'))
}

const allowed =
  /^(app\/\(site\)|lib\/(site|media\/store|messages|story\/document|db)\/|lib\/(config|deadline|errors)\.ts)/
const sourcesOf = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => `./${folder}/${file}`)

test('the readers’ side reaches no forbidden room through a second file either', async () => {
  const reached = await reachedFrom([...sourcesOf('app/(site)'), ...sourcesOf('lib/site')])
  expect(reached.length).toBeGreaterThan(40)
  expect(reached.filter((file) => !allowed.test(file))).toEqual([])
})

test.each(deskTables)('a second file that reads the tables of %s is caught', async (room) => {
  const reached = await reachedFrom([...sourcesOf('lib/site'), 'planted'], `import '#lib/${room}/tables'`)
  expect(reached.filter((file) => !allowed.test(file))).toContain(`lib/${room}/tables.ts`)
})
