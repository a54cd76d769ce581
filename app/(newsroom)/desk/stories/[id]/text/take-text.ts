import type { Editor } from '@tiptap/react'

import type { Block, StoryDocument } from '#lib/story/document/nodes'

import type { Editors } from './use-editors'

/**
 * What is to be done to a story's blocks so that another text of it is in it: a block of that text takes the place of the
 * one with its id, one that is not there comes after the one that it stood behind. Nothing is taken away.
 */
export function blocksToTake(story: Block[], text: Block[]): { at: number; replaces: boolean; block: Block }[] {
  const places = new Map(story.map(({ attrs }, index) => [attrs.id, index]))
  let after = -1
  return text.flatMap((block) => {
    const place = places.get(block.attrs.id)
    if (place === undefined) return { at: after + 1, replaces: false, block }
    after = place
    return JSON.stringify(story[place]) === JSON.stringify(block) ? [] : { at: place, replaces: true, block }
  })
}

/** Takes another text of the story over into the editors: an edit like any other, which undo takes back. */
export function takeText(editors: Editors, text: StoryDocument): void {
  takeLine(editors.headline, text.headline)
  takeLine(editors.standfirst, text.standfirst)
  const { state, view } = editors.body
  const { tr } = state
  const starts: number[] = []
  state.doc.forEach((_, offset) => void starts.push(offset))
  starts.push(state.doc.content.size)
  // From the end, so that what is before stays where it is.
  for (const { at, replaces, block } of blocksToTake(state.doc.toJSON().content ?? [], text.body.content).reverse()) {
    const start = starts[at] ?? state.doc.content.size
    const end = replaces ? (starts[at + 1] ?? start) : start
    tr.replaceWith(start, end, state.schema.nodeFromJSON(block))
  }
  if (tr.docChanged) view.dispatch(tr)
}

function takeLine(editor: Editor, words: string) {
  if (!words || editor.getText({ blockSeparator: ' ' }).trim() === words) return
  editor.commands.setContent({
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
  })
}
