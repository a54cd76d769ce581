import { spawn } from 'node:child_process'

import { Refusal } from '#lib/errors'

import type { NotRead, WordText } from './word-text'

/** Milliseconds; the longest of ordinary files takes two seconds. */
const patience = 20_000
/** Megabytes of objects; a text of 100,000 words takes 300. */
const heap = 512
/** Bytes of what the process may answer. */
const longestAnswer = 32_000_000

type Options = { program: string; signal?: AbortSignal; patience?: number; heap?: number }

/**
 * Reads a Word file in a process of its own, which knows nothing of us but the file, and is killed when it takes too
 * long or too much, or when nobody waits for it any more.
 * @throws Refusal with what is wrong with the file
 */
export async function convertWord(bytes: Uint8Array, options: Options): Promise<WordText> {
  const answer = await ask(bytes, options)
  if (answer && 'refused' in answer) throw new Refusal(answer.refused, answer.message)
  if (!answer) throw new Refusal('too-large', 'This file takes too long to read, or too much memory.')
  return answer
}

function ask(bytes: Uint8Array, options: Options): Promise<WordText | NotRead | undefined> {
  const child = spawn(process.execPath, [`--max-old-space-size=${options.heap ?? heap}`, options.program], {
    env: { NODE_ENV: 'production' },
    stdio: ['pipe', 'pipe', 'ignore'],
    signal: options.signal,
    killSignal: 'SIGKILL',
  })
  const parts: Buffer[] = []
  let length = 0
  let late = false
  const stop = () => {
    late = true
    child.kill('SIGKILL')
  }
  const timer = setTimeout(stop, options.patience ?? patience)
  child.stdout.on('data', (part: Buffer) => {
    length += part.length
    if (length > longestAnswer) stop()
    else parts.push(part)
  })
  // Who has died reads no more.
  child.stdin.on('error', () => {})
  child.stdin.end(bytes)
  return new Promise<WordText | NotRead | undefined>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => {
      if (code === 0) resolve(JSON.parse(Buffer.concat(parts).toString()))
      // Node itself ends a process whose heap is full.
      else if (late || signal !== null || code === 134) resolve(undefined)
      else reject(new Error(`reading a Word file ended with ${code}`))
    })
  }).finally(() => clearTimeout(timer))
}
