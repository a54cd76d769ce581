import { EditorState, type Plugin, TextSelection, type Transaction } from '@tiptap/pm/state'
import { prosemirrorJSONToYDoc, ySyncPlugin } from '@tiptap/y-tiptap'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'

import { bodySchema } from '#lib/story/document/schema'
import { someBlocks } from '#lib/testing/blocks'

import { OwnCaret } from './own-caret'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Somebody's editor on a document, as far as the binding looks at it. */
function open(ydoc: Y.Doc) {
  const sync = ySyncPlugin(ydoc.getXmlFragment('body'))
  const own = OwnCaret.config.addProseMirrorPlugins?.call({} as never) as Plugin[]
  let shown: ReturnType<NonNullable<typeof sync.spec.view>> | undefined
  const view = {
    state: EditorState.create({ schema: bodySchema(), plugins: [sync, ...own] }),
    dispatch(tr: Transaction) {
      view.state = view.state.apply(tr)
      shown?.update?.(view as never, view.state)
    },
    hasFocus: () => false,
    setProps: () => {},
  }
  shown = sync.spec.view?.(view as never)
  vi.runAllTimers()
  return view
}

const texts = (ydoc: Y.Doc) =>
  ydoc
    .getXmlFragment('body')
    .toArray()
    .map((block) => (block as Y.XmlElement).get(0) as Y.XmlText)

function begin(caret: number) {
  const ydoc = prosemirrorJSONToYDoc(
    bodySchema(),
    { type: 'doc', content: someBlocks('The gate held', 'Twice') },
    'body',
  )
  const view = open(ydoc)
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, caret)))
  const colleague = new Y.Doc()
  Y.applyUpdate(colleague, Y.encodeStateAsUpdate(ydoc))
  const write = (run: (blocks: Y.XmlText[]) => void) => {
    run(texts(colleague))
    Y.applyUpdate(ydoc, Y.encodeStateAsUpdate(colleague))
  }
  return { view, write }
}

test('a colleague’s words before the caret, in its own paragraph, move it along', () => {
  const { view, write } = begin(9)
  write(([first]) => first!.insert(0, '“So” – '))
  view.dispatch(view.state.tr.insertText('s'))
  expect(view.state.doc.child(0).textContent).toBe('“So” – The gates held')
})

test('their words behind it, or in another paragraph, leave it where it is', () => {
  const { view, write } = begin(9)
  write(([first, second]) => {
    first!.insert(13, ' twice')
    second!.insert(0, 'Not ')
  })
  view.dispatch(view.state.tr.insertText('s'))
  expect(view.state.doc.child(0).textContent).toBe('The gates held twice')
})

test('what is selected stays selected', () => {
  const { view, write } = begin(9)
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, 5, 9)))
  write(([first]) => first!.insert(0, 'So: '))
  const { from, to } = view.state.selection
  expect(view.state.doc.textBetween(from, to)).toBe('gate')
})
