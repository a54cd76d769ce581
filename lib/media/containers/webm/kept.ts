import { id } from './ids'

/** Elements whose inside is looked at, and what of it is kept; other elements are kept whole. */
export const kept: Record<number, readonly number[]> = {
  [id.seekHead]: [id.seek],
  [id.info]: [id.timestampScale, id.duration, id.muxingApp, id.writingApp],
  [id.tracks]: [id.trackEntry],
  // Beside number, type, codec and shape: ids, flags, caches, lengths, language, delays, how many additions.
  [id.trackEntry]: [
    ...[id.trackNumber, id.trackType, id.codecId, id.codecPrivate, id.video],
    ...[
      0x73c5, 0xb9, 0x88, 0x55aa, 0x9c, 0x6de7, 0x6df8, 0x23e383, 0x23314f, 0x22b59c, 0x22b59d, 0x56aa, 0x56bb, 0x55ee,
      0xe1,
    ],
  ],
  // Width, height, crop, shown shape, interlacing, alpha, stereo, colour, 360°.
  [id.video]: [
    ...[id.pixelWidth, id.pixelHeight, id.displayWidth, id.displayHeight, id.displayUnit],
    ...[0x54aa, 0x54bb, 0x54cc, 0x54dd, 0x9a, 0x9d, 0x53c0, 0x53b8, 0x55b0, 0x7670],
  ],
  [id.cluster]: [id.timestamp, id.simpleBlock, id.blockGroup, 0xa7, 0xab],
  // With additions (alpha), lengths, references, discarded ends.
  [id.blockGroup]: [id.block, 0x75a1, 0x9b, 0xfb, 0x75a2],
  [id.cues]: [id.cuePoint],
  [id.cuePoint]: [0xb3, id.cuePositions],
  [id.cuePositions]: [id.cueTrack, 0xf1, 0xf0, 0xb2, 0x5378, 0xea],
}

/** A film's parts that are kept, and that its directory may name. */
export const keptParts: readonly number[] = [id.seekHead, id.info, id.tracks, id.cluster, id.cues]
