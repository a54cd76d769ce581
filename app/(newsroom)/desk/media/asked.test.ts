import { expect, test } from 'vitest'

import { Asked } from './asked'

test('what is no question is not asked, and no database is given what it cannot read', () =>
  expect(Asked.parse({ q: 'gate\u0000s', by: '\u0000', show: 'all', from: 'soon' })).toEqual({ q: 'gates', by: '' }))
