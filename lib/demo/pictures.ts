import type { MediaFields } from '#lib/media/fields'
import type { Point } from '#lib/media/store/crop'

export type DemoPicture = {
  /** The folder of its files, and what stories call it by; a face has the slug of its person. */
  slug: string
  /** Who put it into the library: a person's slug. */
  by: string
  /** How long it has been there, as the stories' files write an age. */
  age: string
  size: readonly [width: number, height: number]
  colour: string
  /** Its likeness: both halves of the hash. */
  like: readonly [hi: number, lo: number]
  focus: Point
  /** Days for which it may still be shown. */
  days?: number
} & Pick<MediaFields, 'name' | 'alt' | 'caption' | 'credit' | 'rights'> &
  Partial<Pick<MediaFields, 'keywords' | 'notes' | 'source'>>

const large = [1200, 800] as const
const face = { by: 'imre-caddow', size: [240, 240], rights: 'owned', credit: 'Courier illustration' } as const

/** Each picture's words, and what the take-in told of its file (`lib/demo/pictures`). The focus was set by hand. */
export const pictures: readonly DemoPicture[] = [
  {
    ...{ slug: 'barrier', by: 'imre-caddow', age: '10h', size: large, colour: '#5d6566' },
    ...{ like: [1030996755, 1243808743], focus: { x: 0.42, y: 0.62 }, rights: 'owned' },
    name: 'Barrier at dusk, gate four up',
    alt: 'The tidal barrier at dusk, a red lamp on the gate that is raised, two engineers on the east quay',
    caption: 'The barrier at Carrow Quay on Wednesday evening, with gate four held up for inspection.',
    credit: 'Imre Caddow',
    keywords: ['barrier', 'Carrow Quay', 'gate four'],
  },
  {
    ...{ slug: 'ferry', by: 'ruth-bexley', age: '28h', size: large, colour: '#abb5b3' },
    ...{ like: [927953713, 1764299575], focus: { x: 0.52, y: 0.48 }, rights: 'owned' },
    name: 'Skell Maid in fog',
    alt: 'A ferry with a red and black funnel lying off a wooden pier in morning fog',
    caption: 'The Skell Maid, which has carried nobody but a blackbird since the overtime ban began.',
    credit: 'Courier illustration',
    keywords: ['ferry', 'Skell Maid', 'Great Skell'],
  },
  {
    ...{ slug: 'barley', by: 'nadia-orrell', age: '17h', size: large, colour: '#7f7c5b' },
    ...{ like: [50541772, 1125189383], focus: { x: 0.7, y: 0.42 }, rights: 'owned' },
    name: 'Barley under a storm sky',
    alt: 'Rows of dry barley run up to a red barn and a tree under a dark sky',
    caption: 'Barley at Carr Farm, above Upper Wend, an hour before the rain.',
    credit: 'Courier illustration',
    keywords: ['drought', 'Upper Wend', 'farming'],
  },
  {
    ...{ slug: 'hospital', by: 'tom-haskey', age: '16d', size: large, colour: '#3d4b51' },
    ...{ like: [1532056917, 856901262], focus: { x: 0.5, y: 0.7 }, rights: 'owned' },
    name: 'St Brannoc’s by night',
    alt: 'A hospital at night, some of its windows lit, one person standing in one of them and two at the door',
    caption: 'St Brannoc’s at ten in the evening. The telephones are behind the lit windows.',
    credit: 'Courier illustration',
    keywords: ['hospital', 'St Brannoc’s', 'night'],
  },
  {
    ...{ slug: 'quarry', by: 'ruth-bexley', age: '6h', size: large, colour: '#948c7f' },
    ...{ like: [422922015, 1364147047], focus: { x: 0.5, y: 0.66 }, rights: 'owned' },
    name: 'Haul road, Upper Wend quarry',
    alt: 'A yellow lorry on a pale road that climbs across the brown steps of a quarry',
    caption: 'The haul road at Upper Wend, between the eleven o’clock blast and the one at three.',
    credit: 'Courier illustration',
    keywords: ['quarry', 'Upper Wend', 'Wendstone'],
  },
  {
    ...{ slug: 'reeds', by: 'nadia-orrell', age: '25h', size: large, colour: '#abab95' },
    ...{ like: [389757980, 610280999], focus: { x: 0.74, y: 0.45 }, rights: 'owned' },
    name: 'Heron, Sallow marsh',
    alt: 'A heron stands over reeds and bulrushes as the sun comes up behind a low hill',
    caption: 'One of the marsh’s 34 herons, at ten past five. They do not mind being counted.',
    credit: 'Courier illustration',
    keywords: ['heron', 'Sallow marsh', 'reeds'],
  },
  {
    ...{ slug: 'meander', by: 'imre-caddow', age: '103h', size: large, colour: '#879273' },
    ...{ like: [421086822, 1010381618], focus: { x: 0.55, y: 0.5 }, rights: 'owned' },
    name: 'The Wend from the air',
    alt: 'A river seen from above loops twice through small green and yellow fields',
    caption: 'The Wend between Harl and Sallow Bridge, from 300 metres. The parish boundary runs straight across.',
    credit: 'Imre Caddow',
    keywords: ['Wend', 'from the air', 'boundary'],
  },
  {
    ...{ slug: 'floodlights', by: 'danny-orme', age: '11h', size: large, colour: '#3f564e' },
    ...{ like: [2036944197, 990315918], focus: { x: 0.53, y: 0.72 }, rights: 'owned' },
    name: 'Centre spot at the Ropewalk',
    alt: 'Two players and a ball at the centre spot in heavy rain, floodlights and a full stand behind them',
    caption: 'The second half at the Ropewalk on Wednesday, as far as it could be seen.',
    credit: 'Courier illustration',
    keywords: ['football', 'Harl Town', 'Ropewalk', 'floodlights'],
  },
  {
    ...{ slug: 'stage', by: 'imre-caddow', age: '14h', size: large, colour: '#602d26' },
    ...{ like: [728328525, 1163204429], focus: { x: 0.5, y: 0.7 }, rights: 'owned' },
    name: 'The coat, at the Custom House',
    alt: 'An actor in a long blue coat stands alone in a spotlight between red curtains',
    caption: 'Perran Ellicott, as the mate or possibly the cook, in The Crew of the Anna Garth.',
    credit: 'Courier illustration',
    keywords: ['theatre', 'Custom House'],
  },
  {
    ...{ slug: 'market', by: 'imre-caddow', age: '32d', size: large, colour: '#a59473' },
    ...{ like: [252645135, 254528647], focus: { x: 0.5, y: 0.66 }, rights: 'owned' },
    name: 'Market hall from the east door',
    alt: 'Iron arches recede into the light over a market hall, stalls of fruit on either side and people between them',
    caption: 'The market hall from the east door. The bend in the roof begins beyond the fourth rib.',
    credit: 'Courier illustration',
    keywords: ['market', 'Staithe Street', 'ironwork'],
  },
  {
    ...{ slug: 'tram', by: 'ruth-bexley', age: '51h', size: large, colour: '#636c69' },
    ...{ like: [1930368790, 2525761303], focus: { x: 0.5, y: 0.48 }, rights: 'handout', days: 10 },
    name: 'The tram on test',
    alt: 'A green tram with two round lamps comes along the rails at dawn past three people on foot',
    caption: 'On test: 560 bags of sand, an engineer and a glass of water are aboard.',
    credit: 'Harbour Line',
    source: 'Harbour Line',
    notes: 'Theirs to show until the press day. Take our own by then.',
    keywords: ['tram', 'Harbour line'],
  },
  {
    ...{ slug: 'quay', by: 'imre-caddow', age: '9h', size: large, colour: '#434b4e' },
    ...{ like: [204875302, 631569920], focus: { x: 0.46, y: 0.62 }, rights: 'owned' },
    name: 'Engineers on the east quay',
    alt: 'Two people, one in a yellow jacket, stand at the end of a stone quay over dark water',
    caption: 'River board engineers on the east quay, watching the water and asking others not to.',
    credit: 'Imre Caddow',
    keywords: ['barrier', 'Carrow Quay', 'surge'],
  },
  {
    ...{ slug: 'tram-front', by: 'imre-caddow', age: '3h', size: large, colour: '#77847e' },
    ...{ like: [627669369, 2033267017], focus: { x: 0.5, y: 0.5 }, rights: 'owned' },
    name: 'The tram’s face',
    alt: 'The front of a tram: a low windscreen under a dark brow, two round lamps set wide apart',
    caption: 'Number 214, as it left the drawing board. The brow is 19 centimetres deep.',
    credit: 'Courier illustration',
    keywords: ['tram', 'Harbour line', 'design'],
  },
  {
    ...{ slug: 'lamps', by: 'danny-orme', age: '2h', size: large, colour: '#566264' },
    ...{ like: [255737436, 1551645724], focus: { x: 0.3, y: 0.3 }, rights: 'owned' },
    name: 'Lamps at the Ropewalk',
    alt: 'A bank of floodlights on a mast in driving rain',
    caption: 'The river end’s lamps. The five at the Ropewalk that do not work are not in the picture.',
    credit: 'Courier illustration',
    keywords: ['football', 'Ropewalk', 'floodlights'],
  },
  {
    ...{ slug: 'stalls', by: 'ruth-bexley', age: '21h', size: [600, 400], colour: '#918164' },
    ...{ like: [67084, 885142016], focus: { x: 0.3, y: 0.6 }, rights: 'unclear' },
    name: 'Stalls, sent by a trader',
    ...{ alt: '', caption: 'Stalls in the market hall the week after the water.', credit: '' },
    notes: 'Came by phone from a stallholder who had it from somebody else. Find out who took it.',
    keywords: ['market', 'flood'],
  },
  {
    ...{ ...face, slug: 'col-quillan', age: '9h', colour: '#b3b4b8', like: [380791161, 2989616340] },
    ...{ focus: { x: 0.5, y: 0.42 }, name: 'Col Quillan' },
    ...{ alt: 'Col Quillan, ferry mate, in a dark jersey', caption: 'Col Quillan, ferry mate.' },
    notes: 'For his column, should he want to be seen. He was asked on Tuesday.',
  },
  {
    ...{ ...face, slug: 'nadia-orrell', age: '40d', colour: '#c7bcb4', like: [380725609, 1483984076] },
    ...{ focus: { x: 0.5, y: 0.42 }, name: 'Nadia Orrell', alt: 'Nadia Orrell', caption: 'Nadia Orrell.' },
  },
  {
    ...{ ...face, slug: 'tom-haskey', age: '40d', colour: '#c7c2b9', like: [204618105, 2993933516] },
    ...{ focus: { x: 0.5, y: 0.42 }, name: 'Tom Haskey', alt: 'Tom Haskey', caption: 'Tom Haskey.' },
  },
  {
    ...{ ...face, slug: 'ruth-bexley', age: '40d', colour: '#b9a699', like: [2989582713, 2989739212] },
    ...{ focus: { x: 0.5, y: 0.42 }, name: 'Ruth Bexley', alt: 'Ruth Bexley', caption: 'Ruth Bexley.' },
  },
  {
    ...{ ...face, slug: 'ines-amsari', age: '40d', colour: '#b5b0a0', like: [2461100393, 1500630220] },
    ...{ focus: { x: 0.5, y: 0.42 }, name: 'Ines Amsari', alt: 'Ines Amsari', caption: 'Ines Amsari.' },
  },
  {
    ...{ ...face, slug: 'maren-tolliver', age: '40d', colour: '#bbbebb', like: [313620857, 2993802444] },
    ...{ focus: { x: 0.5, y: 0.42 }, name: 'Maren Tolliver', alt: 'Maren Tolliver', caption: 'Maren Tolliver.' },
  },
]
