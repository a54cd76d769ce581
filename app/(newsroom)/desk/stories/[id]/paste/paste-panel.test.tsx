import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'

import { doctor } from '#lib/checks/paste/doctor'
import { applyEdits, certainParts, editsOf } from '#lib/checks/paste/edits'
import { fromText } from '#lib/checks/paste/from-text'
import { pastedPages } from '#lib/testing/pasted'

import { PastePanel, type PastePanelProps } from './paste-panel'

const page = (text: string) => {
  let last = 0
  return fromText(text, () => `p${++last}`)
}
const nothing = () => {}
const shown = (props: Partial<PastePanelProps>) =>
  renderToStaticMarkup(
    <PastePanel
      findings={[]}
      tray={[]}
      done={[]}
      undoable={false}
      blocks={0}
      kept={0}
      onApply={nothing}
      onKeep={nothing}
      onTellAgain={nothing}
      onUndo={nothing}
      onShow={nothing}
      onRestore={nothing}
      onField={nothing}
      {...props}
    />,
  ).replace(/<[^>]+>/g, ' ')

const blocks = page(pastedPages[0]!.text)
const findings = doctor(blocks, { missing: { headline: true } })

test('findings are numbered, doubtful ones marked, certain ones applied together', () => {
  const text = shown({ findings, blocks: blocks.length })
  expect(text).toContain('Six things look wrong. No word has been changed, and none will be without you.')
  expect(text).toContain('Apply all 5 that are certain')
  expect(text).toMatch(/In doubt:.*No headline.*1\s+Quotation marks.*Repeated passage\s+18 blocks.*5\s+Tail/s)
  expect(text).toContain('Remove the second')
  expect(text).not.toContain('Undo')
})

test('a paste in which nothing looks wrong says so', () => {
  expect(shown({})).toContain('Nothing looks wrong')
  expect(shown({})).not.toContain('Apply')
})

test('a missing headline or byline leads to its field; a date has none to go to', () => {
  const text = shown({ findings: doctor(blocks, { missing: { headline: true, byline: true, date: true } }) })
  expect(text).toMatch(/No date/)
  expect(text.match(/Go to the \w+/g)).toEqual(['Go to the headline', 'Go to the byline'])
})

test('what is in the tray can be put back, what was done undone, what was kept told again', () => {
  const { tray } = applyEdits({ type: 'doc', content: blocks }, editsOf(findings, certainParts(findings)))
  const text = shown({ tray, done: ['Moved to tray, 6 lines'], undoable: true, kept: 1 })
  expect(text).toMatch(/Tray\s+6 lines/)
  expect(text).toContain('Put back')
  expect(text).toContain('Undo')
  expect(text).toMatch(/1 thing kept\s+Tell again/)
})
