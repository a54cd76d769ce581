import type { Body, Embed } from '../nodes'
import { aboutEmbed, isEmbedded } from './embed'

/** Origins of the frames that a body's readers can load, each once, in the order of the alphabet. */
export function frameOrigins(body: Body): string[] {
  const frames = body.content
    .filter((block): block is Embed => block.type === 'embed' && isEmbedded(block.attrs.provider, block.attrs.ref))
    .map(({ attrs }) => aboutEmbed(attrs).frame)
  return [...new Set(frames.flatMap((frame) => (frame ? [new URL(frame).origin] : [])))].sort()
}
