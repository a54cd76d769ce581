import { EditorState, type Plugin, TextSelection, type Transaction } from '@tiptap/pm/state'
import { expect, test } from 'vitest'

import { bodySchema } from '#lib/story/document/schema'
import { aParagraph } from '#lib/testing/blocks'

import { SmartTyping } from './smart-typing'

type Props = NonNullable<Plugin['props']['handleTextInput']>

/**
 * An editor that holds the words, with the caret at their end, as far as typing looks at it.
 * @param options `link`: the place from which on they are one
 */
function open(words: string, { language = 'en-GB', on = true, composing = false, link = 0 } = {}) {
  const schema = bodySchema()
  const paragraph = aParagraph(words, 'p')
  const doc = schema.nodeFromJSON({ type: 'doc', content: [paragraph] })
  const context = { options: { language, on: () => on } }
  const [plugin] = (SmartTyping.config.addProseMirrorPlugins?.call(context as never) ?? []) as Plugin[]
  const start = EditorState.create({ doc })
  const linked = link
    ? start.tr.addMark(link, 1 + words.length, schema.mark('link', { href: 'https://tides.example/log' }))
    : start.tr
  const view = {
    state: start.apply(linked.setSelection(TextSelection.create(linked.doc, 1 + words.length))),
    steps: [] as string[],
    composing,
    dispatch(tr: Transaction) {
      view.state = view.state.apply(tr)
      view.steps.push(view.state.doc.textContent)
    },
  }
  /** @returns whether the sign was taken care of; else the browser's own way goes on */
  const type = (sign: string, at = view.state.selection.from) =>
    (plugin?.props.handleTextInput as Props | undefined)?.call(plugin as never, view as never, at, at, sign, () => {
      throw new Error('nobody asks for it')
    }) ?? false
  return { view, type }
}

test('what is typed comes first, and the better sign is a step of its own, which undo takes back', () => {
  const { view, type } = open('He said ')
  expect(type('"')).toBe(true)
  expect(view.steps).toEqual(['He said "', 'He said “'])
})

test('what is right as it is stays the browser’s to put in', () => {
  const { view, type } = open('He said ')
  expect(type('s')).toBe(false)
  expect(view.steps).toEqual([])
})

test.each([
  ['turned off', { on: false }],
  ['composed by an input method', { composing: true }],
  ['in a language whose signs are not known', { language: 'tlh' }],
] as const)('%s, signs stay as they are typed', (_, options) => {
  const { view, type } = open('He said ', options)
  expect(type('"')).toBe(false)
  expect(view.steps).toEqual([])
})

test('several signs at once are pasted or dictated, and stay', () => expect(open('He said ').type('"so"')).toBe(false))

test('inside of a link, whose words may be an address, nothing is changed; before it and at its end one writes on', () => {
  const { type } = open('See the log ', { link: 5 })
  expect(type('"', 9)).toBe(false)
  expect(type('"', 5)).toBe(true)
  expect(open('See the log ', { link: 5 }).type('"')).toBe(true)
})
