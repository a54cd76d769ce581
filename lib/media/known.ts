import type { MediaKind } from './kinds'
import { expiresSoon, hasExpired, type Rights, rightsWords } from './rights'
import type { Crop, Point, Shape } from './store/crop'

/** What the library says of something that a story or a page uses, as its checks need it. */
export type Known = {
  kind: MediaKind
  name: string
  alt: string
  decorative: boolean
  rights: Rights
  expiresAt: Date | null
  /** Somebody has taken it from readers. */
  withheld: boolean
  /** Something else shows it to readers: another story or page, a film there, a front, a byline, the masthead. */
  elsewhere: boolean
  /** What the library says of a film's poster, where it has one. */
  still?: Known
}

/**
 * With what a screen shows of it; `hash` of its file, `seconds` of a film or sound, `poster` the picture that stands for a
 * film, `captionsLanguage` '' while it has no captions.
 */
export type Shown = Known & {
  id: string
  hash: string
  caption: string
  credit: string
  width: number | null
  height: number | null
  seconds: number | null
  poster: string | null
  captionsLanguage: string
  focus: Point
  crops: Partial<Record<Shape, Crop>>
}

/** For one person; `mayOpen`: they have it in the library, too, not in the story alone. */
export type Used = Shown & { mayOpen: boolean }

export type Fault = { check: string; level: 'must' | 'advice'; message: string }

/**
 * What stands between readers and one use of something of the library; `of` names it (“The main picture”).
 * @param alt what the story itself says that it shows
 * @param known undefined where the library has no such thing any more
 */
export function faultsOf(of: string, known: Known | undefined, now: Date, alt = ''): Fault[] {
  const must = (check: string, message: string): Fault => ({ check, level: 'must', message })
  if (!known) return [must('media-gone', `${of} is no longer in the library.`)]
  const faults: Fault[] = []
  if (known.withheld) faults.push(must('media-withheld', `${of} was taken from readers.`))
  if (known.rights === 'unclear')
    faults.push(must('media-rights', `${of} is not cleared: say on what ground we show it.`))
  if (hasExpired(known, now)) faults.push(must('media-expired', `${of} may be shown no longer: its time is over.`))
  else if (expiresSoon(known, now))
    faults.push({ check: 'media-expires', level: 'advice', message: `${of} may be shown for some days only.` })
  if (known.rights === 'one-time' && known.elsewhere)
    faults.push(
      must(
        'media-once',
        `${of} was cleared for one use (“${rightsWords['one-time']}”), and readers are shown it elsewhere.`,
      ),
    )
  if (known.kind === 'picture' && !known.decorative && !says(alt) && !says(known.alt))
    faults.push(must('media-alt', `${of} has no alt text: say what it shows, or that it is decorative.`))
  // A poster goes to readers with its film, and was cleared when it was chosen: that may be long ago.
  return known.still ? [...faults, ...faultsOf(`The poster of “${known.name}”`, known.still, now, known.name)] : faults
}

/** Something that can be read out. */
const says = (alt: string) => /[\p{L}\p{N}]/u.test(alt)
