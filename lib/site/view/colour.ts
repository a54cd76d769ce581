import type { Layout } from '../presentation'

/** The class that gives a section its colour; colours are words of the theme. */
export const colourOf = (section: { colour: string } | undefined) => section?.colour ?? ''

/** Whether a section speaks: its headlines are then set in the text face. */
export const isVoice = (section: { colour: string }) => section.colour === 'opinion'

type Laid = { section: { colour: string }; layout: Layout }

/** How a story is laid out: one of a voice section as opinion, unless an editor chose otherwise. */
export const layoutOf = ({ section, layout }: Laid): Layout =>
  layout === 'standard' && isVoice(section) ? 'opinion' : layout

/** Whether a story speaks, whatever section it is of. */
export const isVoiced = (story: Laid) => layoutOf(story) === 'opinion'

/** Whether it is news: no opinion, neither by its section nor by its layout. */
export const isNews = (story: Laid) => !isVoice(story.section) && !isVoiced(story)
