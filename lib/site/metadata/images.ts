import type { Shape } from '#lib/media/store/crop'

import { type Cut, cutOf, fileOf, fileUpTo } from '../cut'
import type { Shown } from '../queries/media'
import type { Paper } from '../queries/paper'
import { altOf, captionOf, creditOf } from '../shown'

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

/** schema.org's ImageObjects of a picture, in the shapes that search engines ask for. */
export const imageObjects = (paper: Paper, shown: Shown) =>
  (['16:9', '4:3', '1:1'] as const).map((shape) => ({
    '@type': 'ImageObject',
    ...imageFile(paper, shown, shape),
    ...(captionOf(shown) ? { caption: captionOf(shown) } : {}),
    ...(creditOf(shown) ? { creditText: creditOf(shown) } : {}),
  }))

/** What a picture shows, for whoever cannot see it. */
export const imageWords = (shown: Shown) => altOf(shown) || captionOf(shown)
