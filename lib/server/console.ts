import { log } from '#lib/log'

/** A line for whoever started us. */
export const say = (line: string) => process.stdout.write(`${line}\n`)

/**
 * Next writes what fails in a page to the console with the error's whole message, and a database error's message holds
 * the statement's values, so story text. Here it goes through our log, which keeps the cause and drops the message.
 */
export function quietConsole(): void {
  console.log = (...values: unknown[]) => log.debug({ text: words(values) }, 'console')
  console.warn = (...values: unknown[]) => log.warn({ text: words(values) }, 'console')
  console.error = (...values: unknown[]) => {
    const err = values.find((value) => value instanceof Error)
    log.error(err ? { err } : { text: words(values) }, 'console')
  }
}

const words = (values: unknown[]) =>
  values
    .filter((value) => typeof value === 'string')
    .join(' ')
    .slice(0, 300)
