import { expect, test } from 'vitest'

import { summary } from './reports'

test('of a browser’s report only the rule, the page and the origin are kept', () => {
  const report = {
    'document-uri': 'http://localhost:3000/preview/s3cret?who=me',
    'effective-directive': 'script-src-elem',
    'blocked-uri': 'https://ads.example/track?id=7',
    'script-sample': 'story text',
    disposition: 'enforce',
  }
  expect(summary(JSON.stringify({ 'csp-report': report }))).toEqual({
    directive: 'script-src-elem',
    page: '/preview/…',
    blocked: 'https://ads.example',
    enforced: true,
  })
})

test('what is no report is nothing', () => {
  expect(summary('{')).toBeUndefined()
  expect(summary('{"csp-report":{}}')).toBeUndefined()
})
