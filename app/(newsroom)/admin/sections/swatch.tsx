import type { SectionColour } from '#lib/section/tables'

/** The theme's colours for sections; each has a tone for light and one for dark. */
export const colourWords: { colour: SectionColour; name: string }[] = [
  { colour: 'river', name: 'Teal' },
  { colour: 'politics', name: 'Plum' },
  { colour: 'business', name: 'Ochre' },
  { colour: 'culture', name: 'Violet' },
  { colour: 'sport', name: 'Green' },
  { colour: 'opinion', name: 'Rust' },
]

const classes: Record<SectionColour, string> = {
  river: 'bg-section-river',
  politics: 'bg-section-politics',
  business: 'bg-section-business',
  culture: 'bg-section-culture',
  sport: 'bg-section-sport',
  opinion: 'bg-section-opinion',
}

export function Swatch({ colour }: { colour: SectionColour }) {
  return <span aria-hidden className={`inline-block size-3 rounded-[3px] align-[-1px] ${classes[colour]}`} />
}
