import { Unreadable } from '../clip'
import type { Source } from '../source'
import { type Box, contentOf, outerBoxes } from './boxes'
import { readTracks, type Track } from './tracks'

/** @property fragments the first of a film in fragments and the last ones; empty for a film in one piece */
export type Layout = { ftyp: Box; moov: Box; mdats: Box[]; fragments: Box[]; tracks: Track[] }

const LAST = 16
const MOST_MDATS = 1000

const quickTime = 'This is a QuickTime film (.mov). Export it as MP4 (H.264).'
const noIndex = 'This film was never closed: its index is missing. Open it in an editor, and export it as MP4 (H.264).'
const pictures: Record<string, string> = {
  heic: 'HEIC',
  heix: 'HEIC',
  mif1: 'HEIC',
  msf1: 'HEIC',
  avif: 'AVIF',
  avis: 'AVIF',
  'crx ': 'CR3',
}

/** Where a film's parts are, and the tracks that are kept. @throws Unreadable for QuickTime, pictures, and what cannot be played */
export function readLayout(source: Source): Layout {
  const mdats: Box[] = []
  const fragments: Box[] = []
  let [ftyp, moov]: (Box | undefined)[] = []
  for (const box of outerBoxes(source)) {
    if (box.type === 'ftyp') ftyp ??= box
    if (box.type === 'moov') moov ??= box
    if (box.type === 'mdat' && mdats.length < MOST_MDATS) mdats.push(box)
    if (box.type === 'moof' && fragments.push(box) > LAST) fragments.splice(1, 1)
  }
  if (!ftyp) throw new Unreadable(quickTime)
  ensureFilm(source, ftyp)
  if (!moov) throw new Unreadable(noIndex)
  return { ftyp, moov, mdats, fragments, tracks: kept(readTracks(source, moov), fragments.length > 0) }
}

function ensureFilm(source: Source, ftyp: Box): void {
  const brand = contentOf(source, ftyp, 8).toString('latin1', 0, 4)
  const picture = pictures[brand]
  if (picture) throw new Unreadable(`This is a picture (${picture}), whatever its name says.`)
  if (brand === 'qt  ') throw new Unreadable(quickTime)
}

/** Pictures and sound that browsers play. Where all sound, or all pictures, are of another kind, the film is not whole. */
function kept(tracks: Track[], inFragments: boolean): Track[] {
  const all = tracks.filter(({ coding }) => coding && 'codec' in coding)
  for (const kind of ['vide', 'soun'] as const) {
    const lost = tracks.find((track) => track.kind === kind)?.coding
    if (!lost || !('unplayed' in lost) || all.some((track) => track.kind === kind)) continue
    const cure = kind === 'vide' ? 'MP4 with H.264' : 'MP4 or M4A with AAC sound'
    throw new Unreadable(`This MP4 holds ${lost.unplayed}, which not every browser plays. Export it as ${cure}.`)
  }
  if (all.length === 0) throw new Unreadable('This MP4 has neither pictures nor sound.')
  if (inFragments && all.length < tracks.length)
    throw new Unreadable(
      'This MP4 is in fragments, and some of them hold neither pictures nor sound. Export it as a plain MP4 (H.264).',
    )
  return all
}
