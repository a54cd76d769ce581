/**
 * Colours that stand where a picture is about to be: classes of styles/pictures.css, as no style may stand in a page.
 * Few, so that they weigh little; none is looked at for long.
 */
export const tones = {
  t0: '#1c2124',
  t1: '#55595b',
  t2: '#8f9392',
  t3: '#c3c7c4',
  t4: '#2f4a63',
  t5: '#7f9db3',
  t6: '#55683f',
  t7: '#a8814f',
} as const
export type Tone = keyof typeof tones

type Colour = [red: number, green: number, blue: number]

/** The class that is nearest a picture's mean colour. @param colour `#rrggbb`, or '' where it is not known */
export function toneOf(colour: string): Tone {
  const wanted = read(colour)
  if (!wanted) return 't3'
  return (Object.keys(tones) as Tone[]).reduce((best, one) =>
    distance(wanted, read(tones[one])) < distance(wanted, read(tones[best])) ? one : best,
  )
}

function read(colour: string): Colour | undefined {
  const [, red = '', green = '', blue = ''] = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour) ?? []
  return red ? [Number.parseInt(red, 16), Number.parseInt(green, 16), Number.parseInt(blue, 16)] : undefined
}

/** Weighted as eyes do, which see red better in light colours and blue in dark ones (compuphase, "Colour metric"). */
function distance([r, g, b]: Colour, [r2, g2, b2]: Colour = [0, 0, 0]): number {
  const red = (r + r2) / 2
  return (2 + red / 256) * (r - r2) ** 2 + 4 * (g - g2) ** 2 + (2 + (255 - red) / 256) * (b - b2) ** 2
}
