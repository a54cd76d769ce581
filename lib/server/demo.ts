import { createInterface } from 'node:readline/promises'

import { db } from '#lib/db/client'
import { accountLines } from '#lib/demo/accounts'
import { loadDemo } from '#lib/demo/load'
import { sections } from '#lib/section/tables'
import { stories } from '#lib/story/tables'

import { say } from './console'

/**
 * Offers the demo paper to an empty newsroom: `--demo` and `--no-demo` decide; else a terminal is asked,
 * and without one the answer is yes.
 */
export async function offerDemo(args: readonly string[]): Promise<void> {
  if (args.includes('--no-demo') || (await db.$count(stories)) || (await db.$count(sections))) return
  if (!args.includes('--demo') && process.stdin.isTTY && !(await ask())) return
  for (const line of accountLines(await loadDemo())) say(line)
}

async function ask(): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const said = await terminal.question('The newsroom is empty. Fill it with a demo paper to look round? [Y/n] ')
  terminal.close()
  return !/^n/i.test(said.trim())
}
