import type { Refused } from '#lib/processes/refused'

import { readCaptions } from './read'

/** A process of its own for one file of captions: text in, JSON out. Who starts it sets its memory and its time. */
const parts: Buffer[] = []
for await (const part of process.stdin) parts.push(part as Buffer)
const read = readCaptions(Buffer.concat(parts).toString())
const answer: { text: string } | Refused =
  'fault' in read ? { refused: 'invalid', message: read.fault } : { text: read.text }
process.stdout.write(JSON.stringify(answer))
