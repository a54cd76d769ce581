import { expect, test } from 'vitest'

import { bodyExtensions, identified } from './extensions'
import { bodySchema, lineSchema } from './schema'

test('the schema has exactly the nodes and marks of nodes.ts', () => {
  expect(Object.keys(bodySchema().nodes).sort()).toEqual(['doc', 'text', ...identified].sort())
  expect(Object.keys(bodySchema().marks).sort()).toEqual(['bold', 'italic', 'link'])
  expect(Object.keys(lineSchema().nodes).sort()).toEqual(['doc', 'paragraph', 'text'])
})

test('each block carries an id, and a link only an address', () => {
  for (const name of identified) expect(bodySchema().nodes[name]?.spec.attrs).toHaveProperty('id')
  expect(Object.keys(bodySchema().marks.link?.spec.attrs ?? {})).toEqual(['href'])
})

test('the schema is built once, and without a page', () => {
  expect(bodySchema()).toBe(bodySchema())
  expect(typeof document).toBe('undefined')
  expect(bodyExtensions.length).toBeGreaterThan(10)
})
