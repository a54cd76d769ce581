import { expect, test } from 'vitest'

import { creditFor } from './credit'
import type { Rights } from './rights'

test.each([
  ['agency', 'Ana Ruiz', 'Harbour Agency', 'Ana Ruiz/Harbour Agency'],
  ['agency', '', 'Harbour Agency', 'Harbour Agency'],
  ['agency', 'Ana Ruiz/Harbour agency', 'Harbour Agency', 'Ana Ruiz/Harbour agency'],
  ['agency', 'Ana Ruiz', '', 'Ana Ruiz'],
  ['handout', 'Harbour Line', 'Harbour Line', 'Harbour Line'],
  ['handout', '', 'Harbour Line', 'Harbour Line'],
  // Where it was found is the desk's own note.
  ['owned', 'Imre Caddow', 'his telephone', 'Imre Caddow'],
  ['licence', 'Ana Ruiz', 'a letter of 3 May', 'Ana Ruiz'],
] as [Rights, string, string, string][])(
  'of %s, credit “%s” and source “%s” make “%s”',
  (rights, credit, source, line) => expect(creditFor({ rights, credit, source })).toBe(line),
)
