import { Refusal } from '#lib/errors'
import { cleanNote } from '#lib/story/document/clean'

/** Where files are sent, by the tus protocol; each one's address is this, a slash and its id. */
export const uploadsPath = '/api/uploads'
/** The id in such an address. */
export const uploadId = /^\/api\/uploads\/([0-9a-z]{12})$/

const MB = 1_000_000
/** Bytes of a picture's file. */
export const largestPicture = 100 * MB
/** Bytes of a sound's or a film's. */
export const largestRecording = 2000 * MB
/** Bytes sent in one request: what we send, and what the server takes. */
export const chunk = 8_388_608
export const largestChunk = 16_777_216
/** Milliseconds from its beginning until what was not finished is forgotten, and so is what became of what was. */
export const keptFor = 86_400_000

/** What may lie there unfinished, in files and bytes, and what must stay free on the disk: the database is there, too. */
export const usualLimits = { files: 50, personal: 10_000 * MB, all: 40_000 * MB, spare: 250 * MB }
export type Limits = typeof usualLimits

/** What a name leaves open is decided by the bytes, once they are there. */
const recording = /\.(mp4|m4v|mov|webm|mp3|m4a|ogg|oga|ogv|opus|wav)$/i

/**
 * @param type as the browser says; it decides nothing but how large a file may be that is begun
 * @throws Refusal `too-large`, `invalid` when it is empty
 */
export function ensureLength(bytes: number, name: string, type: string): void {
  if (bytes === 0) throw new Refusal('invalid', 'This file is empty.')
  const isRecording = /^(audio|video)\//.test(type) || recording.test(name)
  if (bytes > (isRecording ? largestRecording : largestPicture))
    throw new Refusal(
      'too-large',
      `This file has ${Math.ceil(bytes / MB)} MB. A picture may have ${largestPicture / MB} MB, sound and film ${largestRecording / MB / 1000} GB: send a smaller one.`,
    )
}

/** Begun and not finished, by one person and by all, with the one that is to be begun. */
export function ensureRoom(parts: { person: string; size: number }[], person: string, size: number, limits: Limits) {
  const own = parts.filter((part) => part.person === person)
  const sum = (some: { size: number }[]) => some.reduce((bytes, part) => bytes + part.size, size)
  if (own.length >= limits.files)
    throw new Refusal(
      'busy',
      `${limits.files} of your files are on their way, or were broken off. Send this one when some are there; what was broken off is forgotten after a day.`,
    )
  if (sum(own) > limits.personal || sum(parts) > limits.all)
    throw new Refusal('busy', 'Too much is on its way already. Send this file when some of it is there.')
}

/** A file's name as it may be shown: no folders, nothing that is not seen or turns the writing, 200 signs at most. */
export function cleanName(given: string): string {
  const name = given.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const seen = cleanNote(name.replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, ''))
  return [...seen].slice(0, 200).join('').trim() || 'Untitled'
}
