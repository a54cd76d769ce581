import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'

import { messagesIn } from '#lib/messages/find'
import { everyBlock } from '#lib/testing/document'

import { Comment } from './comment'

test('what has no words is not commented on by a name without any', () => {
  const t = messagesIn('en')
  const shown = everyBlock.map((block) => renderToStaticMarkup(<Comment token="t" block={block} t={t} />))
  expect(shown.filter((one) => one.includes('sr-only')).length).toBeGreaterThan(0)
  expect(shown.filter((one) => one.includes('“”'))).toEqual([])
})
