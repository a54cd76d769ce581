import type { Fault } from '../containers/clip'
import { type Cue, clock, settingsOf, timeOf } from './cue'
import { cleanMarkup } from './markup'

/** In bytes. */
const LARGEST = 1_000_000

/** In milliseconds, as long as a film may be. */
const LAST = 6 * 3_600_000

const LONGEST = 2000

/** A part of a file between empty lines; `line` is its first one's number, from 1. */
type Block = { line: number; lines: string[] }

/**
 * Captions in WebVTT or SubRip, written anew as WebVTT: cues in the order of their times, their text in known tags; no
 * notes, styles, regions or names of cues.
 * To be run where it may be killed: a file of tens of thousands of cues takes a second.
 * @returns the cues and the file, or what is wrong and in which line
 */
export function readCaptions(text: string): { cues: Cue[]; text: string } | Fault {
  if (Buffer.byteLength(text) > LARGEST) return { fault: 'These captions are over 1 MB.' }
  const lines = text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[\0-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]/g, '')
    .split('\n')
  const isVtt = /^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? '')
  const cues: Cue[] = []
  for (const block of blocksOf(isVtt ? lines.fill('', 0, headEnd(lines)) : lines)) {
    if (isVtt && /^(?:NOTE(?:[ \t]|$)|(?:STYLE|REGION)[ \t]*$)/.test(block.lines[0]!)) continue
    const cue = cueIn(block, cues.at(-1), isVtt)
    if ('fault' in cue) return cue
    if (cue.text) cues.push(cue)
  }
  if (cues.length === 0)
    return { fault: 'There are no captions in this file. WebVTT (.vtt) and SubRip (.srt) can be taken.' }
  return { cues, text: `WEBVTT\n\n${cues.map(written).join('\n\n')}\n` }
}

const written = ({ start, end, settings, text }: Cue) =>
  `${clock(start)} --> ${clock(end)}${settings && ` ${settings}`}\n${text}`

/** Behind the first line may stand words about the file, up to an empty line or a cue. */
function headEnd(lines: string[]): number {
  const end = lines.findIndex((line, index) => index > 0 && (line.trim() === '' || line.includes('-->')))
  return end < 0 ? lines.length : end
}

function* blocksOf(lines: string[]): Generator<Block> {
  let block: Block | undefined
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') {
      if (block) yield block
      block = undefined
    } else if (block) block.lines.push(line)
    else block = { line: index + 1, lines: [line] }
  }
  if (block) yield block
}

/** A name or a number may stand in front of the times. */
function cueIn({ line, lines }: Block, before: Cue | undefined, isVtt: boolean): Cue | Fault {
  const index = lines[0]!.includes('-->') ? 0 : 1
  const here = line + Math.min(index, lines.length - 1)
  const [from, rest] = (lines[index] ?? '').split('-->', 2).map((part) => part.trim())
  if (from === undefined || rest === undefined || !lines[index]!.includes('-->'))
    return {
      fault: `Line ${line}: this belongs to no caption. A caption begins with its times, such as 00:01.000 --> 00:04.000.`,
    }
  const [to, ...settings] = rest.split(/[ \t]+/)
  const [start, end] = [timeOf(from), timeOf(to ?? '')]
  if (start === undefined || end === undefined)
    return { fault: `Line ${here}: “${lines[index]!.slice(0, 60)}” is no pair of times.` }
  if (end <= start) return { fault: `Line ${here}: this caption ends before it begins.` }
  if (end > LAST) return { fault: `Line ${here}: this caption is shown after more than six hours.` }
  if (before && start < before.start) return { fault: `Line ${here}: this caption begins before the one above it.` }
  const words = lines.slice(index + 1)
  const stray = words.findIndex((word) => word.includes('-->'))
  if (stray >= 0) return { fault: `Line ${here + stray + 1}: an empty line is missing above these times.` }
  const text = cleanMarkup((isVtt ? words : words.map(withoutPlaces)).join('\n'))
  if (text.length > LONGEST) return { fault: `Line ${here}: this caption is too long to be read.` }
  return { start, end, settings: isVtt ? settingsOf(settings.join(' ')) : '', text: shown(text) }
}

/** SubRip's places of text, in curly brackets. */
const withoutPlaces = (line: string) => line.replace(/\{\\[^{}]*\}/g, '')

/** Tags alone show nothing; a line that is left empty would end the cue. */
const shown = (text: string) =>
  text.replace(/<[^>]*>/g, '').trim()
    ? text
        .split('\n')
        .filter((line) => line.trim())
        .join('\n')
    : ''
