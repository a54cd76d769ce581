import { library } from './cut'
import type { LibraryItem } from './queries/media'

/** What the address of a film or a sound ends with, by its type. */
const endings: Record<string, string> = {
  'video/mp4': 'mp4',
  'audio/mp4': 'm4a',
  'video/webm': 'webm',
  'audio/webm': 'webm',
  'audio/mpeg': 'mp3',
  'video/ogg': 'ogg',
  'audio/ogg': 'ogg',
  'audio/wav': 'wav',
}

const folderOf = ({ id, hash }: Pick<LibraryItem, 'id' | 'hash'>, base = library) => `${base}/${id}/${hash}-0`

type Clip = Pick<LibraryItem, 'id' | 'hash' | 'type'>

export const clipFile = (item: Clip, base?: string) => `${folderOf(item, base)}/clip.${endings[item.type] ?? 'mp4'}`

export const captionsFile = (item: LibraryItem, base?: string) => `${folderOf(item, base)}/captions.vtt`

/** How long it is: `0:09`, `3:20`, `1:02:05`. */
export function lengthWords(seconds: number): string {
  const all = Math.round(seconds)
  const [hours, minutes, rest] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60]
  const two = (value: number) => String(value).padStart(2, '0')
  return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
}
