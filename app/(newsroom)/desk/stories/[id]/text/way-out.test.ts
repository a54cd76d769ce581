import type { Plugin } from '@tiptap/pm/state'
import { expect, test } from 'vitest'

import { WayOut } from './way-out'

type Pressed = { key: string; isComposing?: boolean }

/** What happens in a text, in turn. @returns of each key whether it is kept from the text, for the browser to answer */
function press() {
  const [plugin] = WayOut.config.addProseMirrorPlugins!.call({} as never) as Plugin[]
  const on = (plugin?.props.handleDOMEvents ?? {}) as Record<string, (view: unknown, event?: Pressed) => boolean>
  return {
    key: (key: string, isComposing = false) => on.keydown?.({}, { key, isComposing }),
    leave: () => on.blur?.({}),
  }
}

test('Escape, then Tab leaves the text; Tab alone is the text’s', () => {
  const { key } = press()
  expect(key('Tab')).toBe(false)
  expect(key('Escape')).toBe(false)
  expect(key('Tab')).toBe(true)
})

test('backwards too: Shift is pressed in between', () => {
  const { key } = press()
  key('Escape')
  key('Shift')
  expect(key('Tab')).toBe(true)
})

test.each([
  ['another key', ({ key }: ReturnType<typeof press>) => key('a')],
  ['the loss of the focus', ({ leave }: ReturnType<typeof press>) => leave()],
])('%s in between takes it back', (_, between) => {
  const pressed = press()
  pressed.key('Escape')
  between(pressed)
  expect(pressed.key('Tab')).toBe(false)
})

test('an Escape that ends a composition is the input method’s', () => {
  const { key } = press()
  key('Escape', true)
  expect(key('Tab')).toBe(false)
})
