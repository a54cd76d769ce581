import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { Editor } from '@tiptap/react'

import type { Drawn, Line, Style } from './drawn'

/** A card as it is drawn: by whom, and whether it is the one that is looked at. */
export type DrawnCard = { key: string; name: string; colour: string; current: boolean; drawn: Drawn[] }

type State = { cards: readonly DrawnCard[]; set: DecorationSet }
const key = new PluginKey<State>('suggestion-marks')

/** Suggestions in their place: nothing of them is in the document. */
export const SuggestionMarks = Extension.create<{ onPick: (card: string) => void }>({
  name: 'suggestionMarks',
  addOptions: () => ({ onPick: () => {} }),
  addProseMirrorPlugins() {
    const { options } = this
    return [
      new Plugin<State>({
        key,
        state: {
          init: () => ({ cards: [], set: DecorationSet.empty }),
          apply(tr, { cards, set }) {
            const next = tr.getMeta(key) as readonly DrawnCard[] | undefined
            if (!next) return { cards, set: set.map(tr.mapping, tr.doc) }
            return { cards: next, set: DecorationSet.create(tr.doc, decorations(tr.doc, next)) }
          },
        },
        props: {
          decorations: (state) => key.getState(state)?.set,
          handleClick(view, at, { target }) {
            const card = target instanceof Element ? target.closest<HTMLElement>('[data-suggestion]') : null
            if (!card?.dataset.suggestion) return false
            options.onPick(card.dataset.suggestion)
            // Words that are not in the text take no caret: it would stay in a block that nobody looks at.
            if (!card.isContentEditable)
              view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(at))))
            return false
          },
        },
      }),
    ]
  },
})

/** Draws these cards, and no others; nothing of the document changes, nothing is sent. */
export function drawSuggestions(editor: Editor, cards: readonly DrawnCard[]) {
  if (editor.isDestroyed) return
  if (!cards.length && !key.getState(editor.state)?.cards.length) return
  editor.view.dispatch(editor.state.tr.setMeta(key, cards).setMeta('addToHistory', false))
}

type Block = { at: number; node: Node }

function decorations(doc: Node, cards: readonly DrawnCard[]): Decoration[] {
  const blocks = new Map<string | null, Block>()
  doc.descendants((node, at) => {
    const id = (node.attrs.id as string | undefined) ?? null
    if (!node.isText && !blocks.has(id)) blocks.set(id, { at, node })
  })
  return cards.flatMap((card) => {
    let tagged = false
    const tag = () => {
      const first = !tagged
      tagged = true
      return first
    }
    const after = placesBehind(card.drawn)
    return card.drawn.flatMap((drawn) => {
      if (drawn.ghost) {
        const place = after(drawn.after, (id) => blocks.has(id))
        const found = place === null ? undefined : blocks.get(place)
        const at = found ? found.at + found.node.nodeSize : 0
        return [
          Decoration.widget(at, ghostBlock(card, drawn, tag()), {
            side: -1,
            key: `${card.key} ${drawn.at} ${card.current}`,
          }),
        ]
      }
      const block = blocks.get(drawn.lines[0]?.id === null ? null : drawn.at)
      if (!block) return []
      const classes = ['suggested', drawn.whole && `suggested-${drawn.whole}`, card.current && 'suggested-now']
      const own = Decoration.node(block.at, block.at + block.node.nodeSize, {
        class: classes.filter(Boolean).join(' '),
        'data-suggestion': card.key,
        style: `--who: ${card.colour}`,
        ...(tag() ? { 'data-suggests': card.name } : {}),
      })
      return [
        own,
        ...notes(block, card, drawn.notes),
        ...drawn.lines.flatMap((line) => onLine(blocks.get(line.id), card, line)),
      ]
    })
  })
}

/** Where a block is drawn that stands behind another which is not there either. */
function placesBehind(drawn: Drawn[]) {
  const before = new Map(drawn.flatMap((one) => (one.ghost ? [[one.at, one.after] as const] : [])))
  return (id: string | null, isThere: (id: string) => boolean): string | null => {
    let place = id
    for (let steps = 0; place !== null && !isThere(place) && steps <= drawn.length; steps += 1)
      place = before.get(place) ?? null
    return place !== null && isThere(place) ? place : null
  }
}

function onLine(found: Block | undefined, card: DrawnCard, { whole, spans, ghosts }: Line): Decoration[] {
  if (!found) return []
  const { at, node } = found
  const end = node.content.size
  const attrs = (style: Style) => ({ nodeName: style, class: `words-${style}`, 'data-suggestion': card.key })
  if (whole) return end ? [Decoration.inline(at + 1, at + 1 + end, attrs(whole))] : []
  return [
    ...spans.map(({ from, to, style }) =>
      Decoration.inline(at + 1 + Math.min(from, end), at + 1 + Math.min(to, end), attrs(style)),
    ),
    ...ghosts.map((ghost) =>
      Decoration.widget(at + 1 + Math.min(ghost.at, end), () => words(card, ghost.style, ghost.text), {
        side: -1,
        key: `${card.key} ${ghost.at} ${ghost.text}`,
        ignoreSelection: true,
      }),
    ),
  ]
}

const notes = ({ at }: Block, card: DrawnCard, said: string[]): Decoration[] =>
  said.length
    ? [Decoration.widget(at, () => note(card, said.join(' · ')), { side: -1, key: `${card.key} ${said.join()}` })]
    : []

function words(card: DrawnCard, style: Style, text: string): HTMLElement {
  const element = document.createElement(style)
  element.className = `words-${style} words-ghost`
  element.contentEditable = 'false'
  element.dataset.suggestion = card.key
  element.textContent = text
  return element
}

const ghostBlock = (card: DrawnCard, drawn: Drawn & { ghost: Style }, tagged: boolean) => () => {
  const element = document.createElement(drawn.ghost)
  element.className = `ghost-block words-${drawn.ghost} suggested${card.current ? ' suggested-now' : ''}`
  element.contentEditable = 'false'
  element.dataset.suggestion = card.key
  element.style.setProperty('--who', card.colour)
  if (tagged) element.dataset.suggests = card.name
  element.textContent = drawn.text || `${drawn.place}, without words`
  return element
}

function note(card: DrawnCard, text: string): HTMLElement {
  const element = document.createElement('span')
  element.className = 'suggestion-note'
  element.contentEditable = 'false'
  element.dataset.suggestion = card.key
  element.textContent = text
  return element
}
