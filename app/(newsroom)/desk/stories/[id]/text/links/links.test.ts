import { EditorState, type Plugin } from '@tiptap/pm/state'
import { expect, test } from 'vitest'

import { bodySchema } from '#lib/story/document/schema'
import { aParagraph } from '#lib/testing/blocks'

import { Links } from './links'

const options = { origin: 'https://paper.example' }
const plugins = Links.config.addProseMirrorPlugins?.call({ options } as never) as Plugin[]
const schema = bodySchema()
const state = EditorState.create({
  doc: schema.nodeFromJSON({ type: 'doc', content: [aParagraph('The gates held.', 'p1'), aParagraph('Twice.', 'p2')] }),
  plugins,
})
const link = (href: string) => schema.mark('link', { href })
const hrefs = (after: EditorState) => {
  const found: string[] = []
  after.doc.descendants((node) => void found.push(...node.marks.map((mark) => mark.attrs.href)))
  return found
}

test('a link to a page of ours becomes a path, whether it is set on words or comes with them', () => {
  const own = link('https://paper.example/river/gates?a=1')
  expect(hrefs(state.apply(state.tr.addMark(5, 10, own)))).toEqual(['/river/gates?a=1'])
  expect(hrefs(state.apply(state.tr.insert(1, schema.text('See also ', [own]))))).toEqual(['/river/gates?a=1'])
})

test('another host’s and the desk’s stay as they are', () => {
  for (const href of ['https://paper.example.evil.example/river', 'https://paper.example/desk/stories/x'])
    expect(hrefs(state.apply(state.tr.addMark(5, 10, link(href))))).toEqual([href])
})

test('what is copied leads to the paper from anywhere', () => {
  const linked = state.apply(state.tr.addMark(5, 10, link('/river/gates')))
  const copied = plugins[0]!.props.transformCopied!.call(plugins[0]!, linked.doc.slice(0, 17), {} as never)
  expect(JSON.stringify(copied.content)).toContain('"https://paper.example/river/gates"')
})
