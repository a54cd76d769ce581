/** The class that gives a section its colour; colours are words of the theme. */
export const colourOf = (section: { colour: string } | undefined) => section?.colour ?? ''

/** Whether a section speaks: its headlines are then set in the text face. */
export const isVoice = (section: { colour: string }) => section.colour === 'opinion'
