import { expect, test } from 'vitest'

import { isClip } from './which'

const head = (text: string) => Buffer.from(text, 'latin1')

test.each([
  ['an MP4', '\0\0\0\x20ftypisom\0\0\0\0', true],
  ['a QuickTime film', '\0\0\0\x20ftypqt  \0\0\0\0', true],
  ['an old QuickTime film', '\0\0\0\x08wide\0\0\0\0mdat', true],
  ['an AVIF', '\0\0\0\x20ftypavif\0\0\0\0', false],
  ['a HEIC', '\0\0\0\x20ftypheic\0\0\0\0', false],
  ['a WebM', '\x1aE\xdf\xa3', true],
  ['an Ogg', 'OggS\0', true],
  ['a WAV', 'RIFF\0\0\0\0WAVE', true],
  ['a WebP', 'RIFF\0\0\0\0WEBP', false],
  ['an MP3 with tags', 'ID3\x04', true],
  ['an MP3 without', '\xff\xfb\x90', true],
  ['a JPEG', '\xff\xd8\xff\xe0', false],
  ['a text', 'This is', false],
  ['nothing', '', false],
])('%s', (_, bytes, clip) => expect(isClip(head(bytes))).toBe(clip))
