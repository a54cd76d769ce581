import { expect, test } from 'vitest'

import { en } from '#lib/messages/en'

import { noteSheets } from '#lib/site/theme/sheets'

import { refusedPage } from './refused-page'

const typed = { story: 'abc', text: '</textarea><script>alert(1)</script> & "so"', passage: '', email: '"><b>' }

test('what was typed is there to be sent again, and is text whatever it holds', () => {
  const page = refusedPage({ fault: 'busy', typed, language: 'en-GB', t: en })
  expect(page).toContain(en.report.why.busy)
  expect(page).toContain('&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;so&quot;')
  expect(page).toContain('value="&quot;&gt;&lt;b&gt;"')
  expect(page.replace('<script src="/look.js"></script>', '')).not.toMatch(/<script|<b>/)
})

test('each field says what is wrong with it', () => {
  const page = refusedPage({ fault: 'wrong', faults: { email: 'shape', text: 'long' }, language: 'ar', t: en })
  expect(page).toContain('dir="rtl"')
  expect(page).toContain('at most 2,000 characters.')
  expect(page).toContain('this is no e-mail address.')
})

test('it is set as the pages are that readers had last, and plainly before there was one', () => {
  const made = () => refusedPage({ fault: 'busy', typed, language: 'en-GB', t: en })
  expect(made()).not.toContain('stylesheet')
  noteSheets(
    '<head><link rel="stylesheet" href="/theme/1.css"/><link rel="stylesheet" href="/_next/static/a.css" as="style"/>',
  )
  noteSheets('<p>A page of none.</p>')
  for (const href of ['/theme/1.css', '/_next/static/a.css'])
    expect(made()).toContain(`<link rel="stylesheet" href="${href}">`)
})
