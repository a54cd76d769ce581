import type { Page } from '@playwright/test'

import { addSection, editScreen } from './support/desk'
import { add, aFilmFile, aSoundFile, clear } from './support/library'
import { aPictureFile } from './support/pictures'
import { admin, expect, test } from './support/test'

const captions = { name: 'horn.vtt', mimeType: 'text/vtt', buffer: Buffer.from(vtt('Ahoy.')) }
function vtt(words: string) {
  return `WEBVTT\n\n00:00.000 --> 00:01.500\n${words}\n`
}

/** Plays it until it goes on by itself. */
const plays = (page: Page, kind: 'video' | 'audio') =>
  expect
    .poll(() =>
      page
        .locator(kind)
        .first()
        .evaluate(async (one: HTMLMediaElement) => {
          await one.play()
          return one.currentTime
        }),
    )
    .toBeGreaterThan(0)

test('a film with poster and captions, and a sound: sent into the library, seen and heard in the story, then by readers', async ({
  page,
  enter,
  request,
}) => {
  test.slow()
  await enter(page, admin)
  await addSection(page, 'Foghorns')
  await add(page, aFilmFile('horn film.mp4'), aSoundFile('horn sound.wav'), await aPictureFile('horn still.jpg', 31))
  const still = await clear(page, 'horn still')
  await clear(page, 'horn sound', 'The horn at noon')
  const film = await clear(page, 'horn film', 'The horn is tried')
  await page.getByRole('combobox', { name: 'Choose a poster' }).fill('horn still')
  await page.getByRole('option', { name: /^horn still/ }).click()
  await expect(page.getByRole('button', { name: 'Take the poster away' })).toBeVisible()
  await page.getByLabel('File with captions').setInputFiles(captions)
  await expect(page.getByText('It has captions in en-GB.')).toBeVisible()

  const screen = editScreen(page)
  const address = await screen.begin()
  await screen.fit('The foghorn sounds again', 'Foghorns', admin.name)
  await screen.type(screen.body, 'It was mended.')
  await screen.keys('Enter', '/film', 'Enter')
  await screen.dialog.getByRole('button', { name: /^horn film/ }).click()
  await screen.keys('/film', 'Enter')
  await screen.dialog.getByRole('button', { name: 'Sounds' }).click()
  await screen.dialog.getByRole('button', { name: /^horn sound/ }).click()
  const [seen, heard] = ['Film horn film', 'Sound horn sound'].map((name) => page.getByRole('group', { name })) as [
    ReturnType<Page['getByRole']>,
    ReturnType<Page['getByRole']>,
  ]
  await expect(seen).toContainText('0:02, captions in en-GB')
  await expect(seen.locator('video')).toHaveAttribute('poster', new RegExp(`/${still}/thumb-640`))
  await expect(heard).toContainText('no captions')
  await expect(page.locator('.media-fault')).toHaveCount(0)
  await plays(page, 'video')
  await plays(page, 'audio')
  await seen.getByRole('textbox', { name: 'Caption of the film' }).fill('The horn, at last')
  await screen.saved()
  await screen.open(address)
  await expect(seen.getByRole('textbox', { name: 'Caption of the film' })).toHaveValue('The horn, at last')
  await screen.publish()

  await page.goto('/foghorns/the-foghorn-sounds-again')
  const [shown, sounds] = [page.locator('figure.clip').first(), page.locator('figure.clip').last()]
  await expect(shown.locator('figcaption')).toContainText('The horn, at last')
  await expect(sounds.locator('figcaption')).toContainText('The horn at noon')
  await expect(shown.locator('video')).toHaveAttribute('poster', new RegExp(`/media/${still}/`))
  await expect(shown.locator('video')).toHaveAttribute('controls')
  await plays(page, 'video')
  await plays(page, 'audio')
  const words = () =>
    page.locator('video').evaluate((one: HTMLVideoElement) => {
      const [track] = one.textTracks
      if (track) track.mode = 'showing'
      return [...(track?.cues ?? [])].map((cue) => (cue as VTTCue).text)
    })
  await expect.poll(words).toEqual(['Ahoy.'])

  const file = (await shown.locator('source').getAttribute('src')) ?? ''
  expect(file).toContain(`/media/${film}/`)
  const part = await request.get(file, { headers: { range: 'bytes=4-11' } })
  expect([part.status(), part.headers()['content-type'], (await part.body()).toString()]).toEqual([
    206,
    'video/mp4',
    'ftypisom',
  ])
  expect((await request.get(file, { headers: { range: 'bytes=999999999-' } })).status()).toBe(416)
})
