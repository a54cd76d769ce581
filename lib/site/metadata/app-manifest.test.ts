import { existsSync } from 'node:fs'

import { expect, test } from 'vitest'

import { firstTheme } from '../theme/content'
import { appManifest } from './app-manifest'

test('as an app a paper has its name, its way of writing and its colour, and icons that are there', () => {
  const paper = { name: 'الصباح', zone: 'Africa/Cairo', language: 'ar-EG', url: 'https://paper.example' }
  const manifest = appManifest(paper, firstTheme)
  expect(manifest).toMatchObject({ name: 'الصباح', lang: 'ar-EG', dir: 'rtl', start_url: '/', theme_color: '#0b4f5c' })
  for (const { src } of manifest.icons) expect(existsSync(`public${src}`), src).toBe(true)
})
