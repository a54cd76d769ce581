import { culture } from './captions/culture'
import { faces } from './captions/faces'
import { islands } from './captions/islands'
import { river } from './captions/river'
import { sport } from './captions/sport'
import { town } from './captions/town'
import type { DemoPicture } from './picture'

/** Each picture's words, and what the take-in told of its file (`lib/demo/pictures`). The focus was set by hand. */
export const pictures: readonly DemoPicture[] = [...river, ...islands, ...town, ...culture, ...sport, ...faces]
