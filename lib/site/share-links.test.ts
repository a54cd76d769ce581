import { expect, test } from 'vitest'

import { en } from '#lib/messages/en'

import { shareLinks } from './share-links'

test('whatever a headline says, it arrives whole, and nothing of it becomes another part of the address', () => {
  const headline = 'Ferries & “tolls”: 5% more? #1'
  const url = 'https://paper.example/river/ferries'
  for (const [, href] of shareLinks(url, headline, en)) {
    const { searchParams, hash } = new URL(href)
    expect(hash).toBe('')
    expect([...searchParams.values()].join(' ')).toContain(url)
    if (searchParams.get('text')) expect(searchParams.get('text')).toBe(`${headline} ${url}`)
  }
  const [[name, mail] = []] = shareLinks(url, headline, en)
  expect(name).toBe('E-mail')
  expect(new URL(mail ?? '').searchParams.get('subject')).toBe(headline)
})
