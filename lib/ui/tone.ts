/** What people are told apart by: dark enough for white letters. */
const hues = ['#0b5563', '#b4541a', '#54408c', '#1c6338', '#702a50', '#7a4a06']

/** A person's hue, 0 to 5: the same wherever they are shown. */
export const toneOf = (name: string): number =>
  [...name].reduce((sum, sign) => sum + (sign.codePointAt(0) ?? 0), 0) % hues.length

/** The same as a colour, for lines and carets in a text. */
export const hueOf = (name: string): string => hues[toneOf(name)] ?? ''
