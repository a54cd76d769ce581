import { Readable } from 'node:stream'

import { expect, test } from 'vitest'

import { cropCode } from '#lib/media/store/address'
import type { Wanted } from '#lib/media/store/renditions'
import { viewOf } from '#lib/media/store/view'
import { aUse } from '#lib/testing/blocks'
import { databaseForAll } from '#lib/testing/database'
import { aPicture } from '#lib/testing/media'
import { newsroom } from '#lib/testing/newsroom'
import { aStory, publishNow } from '#lib/testing/stories'

import { makeAhead } from './media'

databaseForAll()

test('of a picture that readers have, the files that most of them ask for are made, as wide as it is', async () => {
  const { nadia, sal } = await newsroom()
  const made: string[] = []
  const handler = makeAhead(() => ({
    async get({ crop, width, height, format }: Wanted) {
      made.push(`${cropCode(crop)} ${width}${height ? `x${height}` : ''}.${format}`)
      return { stream: Readable.from([]), size: 0 }
    },
    stop() {},
  }))
  const ahead = async (id: string) => {
    made.length = 0
    await handler({ payload: { id }, signal: new AbortController().signal } as Parameters<typeof handler>[0])
    return [...made]
  }
  const show = (id: string) => ({ main: aUse(id) })
  const [large, small] = [await aPicture(sal), await aPicture(sal, { width: 900, height: 600 })]
  expect(await ahead(large)).toEqual([])
  for (const id of [large, small]) await publishNow(sal, await aStory(nadia, `Shows ${id}`, show(id)))
  const files = (width: number, height: number, ...widths: number[]) => {
    const code = (shape: '16:9' | '1.91:1') =>
      cropCode(viewOf({ size: { width, height }, focus: { x: 0.5, y: 0.5 }, crops: {} }, shape).crop)
    const avif = (crop: string) => widths.map((one) => `${crop} ${one}.avif`)
    return [...avif('0'), ...avif(code('16:9')), `${code('1.91:1')} 1200x630.jpeg`]
  }
  expect(await ahead(large)).toEqual(files(2560, 1440, 960, 1280))
  expect(await ahead(small)).toEqual(files(900, 600, 960))
})
