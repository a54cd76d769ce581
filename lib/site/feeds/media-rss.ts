import { clipFile } from '../clip-file'
import { imageFile, imageWords } from '../metadata/images'
import type { ShownClip } from '../queries/clips'
import type { Shown } from '../queries/media'
import type { Paper } from '../queries/paper'
import { alone, captionOf, creditOf } from '../shown'
import { element, xml } from './xml'

/**
 * What there is to see and hear of a story. Of its films and sounds the first is RSS's own enclosure, too, of which
 * readers take one: that must say how many bytes it has. A picture is none: its file has no size before it is made, and
 * a feed that told one only then would change while nothing was published. Media RSS does not ask for it.
 */
export const mediaElements = (paper: Paper, picture: Shown | undefined, clips: ShownClip[] = []) =>
  [
    ...clips.slice(0, 1).map(({ item }) => enclosure(paper, item)),
    picture ? pictureElement(paper, picture) : '',
    ...clips.map((clip) => clipElement(paper, clip)),
  ].join('')

const enclosure = (paper: Paper, item: Shown['item']) =>
  `<enclosure${attributes({ url: paper.url + clipFile(item), length: item.bytes, type: item.type })}/>`

function pictureElement(paper: Paper, shown: Shown): string {
  const { url, width, height } = imageFile(paper, shown, 'whole')
  const about = { url, medium: 'image', type: 'image/jpeg', width, height }
  return content(about, element('media:description', imageWords(shown)), credit(shown))
}

function clipElement(paper: Paper, clip: ShownClip): string {
  const { item, poster } = clip
  const { kind: medium, type, width, height, bytes: fileSize, seconds: duration } = item
  return content(
    { url: paper.url + clipFile(item), fileSize, type, medium, duration, width, height },
    element('media:description', captionOf(clip)),
    credit(clip),
    poster ? `<media:thumbnail${attributes(imageFile(paper, alone(poster), 'whole'))}/>` : '',
  )
}

const credit = (shown: Shown) => element('media:credit', creditOf(shown))

const content = (about: Attributes, ...inside: string[]) =>
  `<media:content${attributes(about)}>${inside.join('')}</media:content>`

type Attributes = Record<string, string | number | null>

/** Those that are known. */
const attributes = (all: Attributes) =>
  Object.entries(all)
    .map(([name, value]) => (value === null ? '' : ` ${name}="${xml(String(value))}"`))
    .join('')
