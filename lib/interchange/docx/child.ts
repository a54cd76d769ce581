import { readWord } from './read'

/** A process of its own for one Word file: bytes in, JSON out. Its heap and its time are set by who starts it. */
const parts: Buffer[] = []
for await (const part of process.stdin) parts.push(part as Buffer)
process.stdout.write(JSON.stringify(await readWord(Buffer.concat(parts))))
