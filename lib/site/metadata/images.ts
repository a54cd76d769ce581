import type { Shape } from '#lib/media/store/crop'
import { socialSides } from '#lib/media/store/social-job'

import { type Cut, cutOf, fileOf, fileUpTo } from '../cut'
import type { Card } from '../queries/cards'
import type { Shown } from '../queries/media'
import type { Paper } from '../queries/paper'
import { altOf, captionOf, creditOf } from '../shown'
import { socialOf } from '../social'
import { madeByMachine } from './machine'

/** A picture's file for other programs: a JPEG, at an address of the paper's. */
export type ImageFile = { url: string; width: number; height: number }

/** The largest file of a part of it that is of use elsewhere. */
const most = 1920

export const imageFile = (paper: Paper, shown: Shown, shape: Shape | 'whole'): ImageFile =>
  fileOfCut(paper, cutOf(shown, shape))

function fileOfCut(paper: Paper, cut: Cut): ImageFile {
  const { name, width, height } = fileUpTo(cut, most)
  return { url: paper.url + fileOf(cut, name, 'jpeg'), width, height }
}

/**
 * schema.org's ImageObjects of a story, so that it never has none: its picture in the three shapes that Google asks for, as
 * wide as there are files of it, or, where there is no picture large enough, the card that other sites show.
 */
export function imageObjects(paper: Paper, story: Card) {
  const social = socialOf(paper, story)
  if (!story.picture || !('cut' in social))
    return [imageObject({ url: paper.url + social.path, ...socialSides }, { caption: story.headline })]
  const shown = story.picture
  const words = { caption: captionOf(shown), creditText: creditOf(shown) }
  const made = madeByMachine(story.machine, 'pictures')
  return (['16:9', '4:3', '1:1'] as const).map((shape) => ({
    ...imageObject(imageFile(paper, shown, shape), words),
    ...made,
  }))
}

const imageObject = (file: ImageFile, { caption, creditText }: { caption: string; creditText?: string }) => ({
  '@type': 'ImageObject',
  ...file,
  ...(caption ? { caption } : {}),
  ...(creditText ? { creditText } : {}),
})

/** What a picture shows, for whoever cannot see it. */
export const imageWords = (shown: Shown) => altOf(shown) || captionOf(shown)
