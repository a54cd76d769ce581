import { isoDay } from '#lib/site/time'

import { zone } from './server'

/** A story of the demo paper with all that a story may have. */
export const story = '/river-and-coast/barrier-hinges'
/** A story in each layout. */
export const layouts = {
  standard: story,
  feature: '/river-and-coast/gate-four-night',
  opinion: '/opinion/praise-the-keepers',
  gallery: '/culture/five-bridges-essay',
  brief: '/sport/regatta-draw',
} as const
/** One that the paper has taken down. */
export const withdrawn = '/culture/thornsea-chapel-panel'

/** The page of the day of a story that is 22 hours old. */
export const archiveDay = (loaded = new Date()) =>
  `/archive/${isoDay(new Date(loaded.getTime() - 22 * 3_600_000), { zone, language: '' }).replaceAll('-', '/')}`

type SitePage = [path: string, status: number, says: string]

/**
 * Every kind of page and every layout of a story, its status, and what a reader reads on it.
 * @param loaded when the demo paper was
 */
export function pagesOn(loaded: Date): SitePage[] {
  const day = archiveDay(loaded)
  return [
    ['/', 200, 'Barrier deal signed after engineers warned its gates were failing'],
    ['/river-and-coast', 200, 'Rain at last, and still no water'],
    ['/opinion', 200, 'We praise the people who keep the gates'],
    [story, 200, 'Their report, marked for the attention of the chief executive'],
    [layouts.opinion, 200, 'In the hall of the barrier house'],
    [layouts.feature, 200, 'It is a slow business.'],
    [layouts.gallery, 200, 'A bridge is an argument with a river'],
    [layouts.brief, 200, 'Second Mortgage'],
    ['/about', 200, 'ships’ masters'],
    ['/contact', 200, 'sport@courier.example'],
    ['/corrections-policy', 200, 'It is no confession.'],
    ['/privacy', 200, 'asks no other company for anything'],
    ['/topics', 200, 'Orms Bay by-election'],
    ['/topics/tidal-barrier', 200, 'Surge watch'],
    ['/bylines/nadia-orrell', 200, 'Eel pass opens at Harl weir'],
    [`${story}/versions`, 200, 'Members were given'],
    ['/corrections', 200, 'It was given 61.'],
    ['/series/down-the-wend', 200, 'Gethin Rudd walked 39 miles'],
    ['/river-and-coast/down-the-wend-two', 200, 'Part 2 of 5'],
    ['/archive', 200, 'All that Wendmouth Courier has published'],
    [day.slice(0, '/archive/2026'.length), 200, 'stor'],
    [day.slice(0, '/archive/2026/05'.length), 200, 'stor'],
    [day, 200, 'Eel pass opens at Harl weir'],
    ['/thanks', 200, 'The newsroom has your report.'],
    ['/saved', 200, 'No story is saved here.'],
    ['/offline', 200, 'No story that you have read is kept here.'],
    ['/search', 200, 'All the words must be in the story'],
    ['/search?q=hinge', 200, 'The night gate four stopped'],
    ['/search?q=zzqqx', 200, 'No story has “zzqqx”.'],
    ['/nothing-here', 404, 'There is no page at this address'],
    ['/politics/nothing-here', 404, 'There is no page at this address'],
    ['/topics/nothing-here', 404, 'There is no page at this address'],
    ['/river-and-coast/eel-pass', 404, 'You may have been looking for'],
    ['/archive/2001/02/30', 404, 'There is no page at this address'],
    ['/missing', 404, 'There is no page at this address'],
    [withdrawn, 410, 'we can no longer vouch for it'],
    [`${withdrawn}/versions`, 410, 'we can no longer vouch for it'],
  ]
}

export const pages = pagesOn(new Date())
