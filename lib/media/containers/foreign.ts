const film = 'Export it as MP4 (H.264).'
const sound = 'Export it as MP3, M4A or WAV.'

/** What files begin with that are none of ours: their first bytes, at an offset, and what is said of them. */
const signs: readonly [string, number, string][] = [
  ['\xff\xd8\xff', 0, 'a JPEG picture'],
  ['\x89PNG', 0, 'a PNG picture'],
  ['GIF8', 0, 'a GIF picture'],
  ['WEBP', 8, 'a WebP picture'],
  ['%PDF', 0, 'a PDF'],
  ['PK\x03\x04', 0, 'an archive'],
  ['fLaC', 0, `FLAC sound. ${sound}`],
  ['FORM', 0, `an AIFF file. ${sound}`],
  ['#!AMR', 0, `AMR sound. ${sound}`],
  ['caff', 0, `a CAF file. ${sound}`],
  ['MThd', 0, `a MIDI file. ${sound}`],
  ['AVI ', 8, `an AVI film. ${film}`],
  ['FLV\x01', 0, `a Flash film. ${film}`],
  ['0&\xb2u\x8ef\xcf\x11', 0, `a Windows Media file. Export it as MP4 (H.264) or MP3.`],
  ['\0\0\x01\xba', 0, `an MPEG film. ${film}`],
  ['\0\0\x01\xb3', 0, `an MPEG film. ${film}`],
  ['RF64', 0, 'a WAV file of more than 4 GB (RF64). Export it as MP3 or M4A, or cut it into parts.'],
  ['BW64', 0, 'a WAV file of more than 4 GB (BW64). Export it as MP3 or M4A, or cut it into parts.'],
  ['RIFX', 0, `a WAV file of an old kind (RIFX). ${sound}`],
]

const cures = 'MP4, M4A, WebM, MP3, Ogg and WAV can be taken.'

/** What to say of a file that begins with none of our formats. */
export function notOurs(head: Buffer): string {
  if (head.length === 0) return 'This file is empty.'
  const [sign, , what] = signs.find(([sign, at]) => head.toString('latin1', at, at + sign.length) === sign) ?? []
  if (!sign && head[0] === 0x47 && head[188] === 0x47) return `This is an MPEG film (transport stream). ${film}`
  if (!what) return `This is neither a film nor a recording that is known here. ${cures}`
  return what.endsWith('.') ? `This is ${what}` : `This is ${what}, whatever its name says. ${cures}`
}
