import { pino } from 'pino'

import { logLevels } from './config'
import { toSources } from './traces'

/** What of an error is logged. A database driver's message holds the statement's values, so content: its cause is enough. */
export const errorFields = (error: Error & { cause?: unknown; code?: string }) => ({
  type: error.name,
  code: error.code,
  message: error.cause instanceof Error ? error.cause.name : error.message,
  // Frames only: a message of several lines stands in the stack, too.
  stack: toSources(
    (error.stack ?? '')
      .split('\n')
      .filter((line) => line.startsWith('    at '))
      .slice(0, 7)
      .join('\n'),
  ),
})

/** Structured logs, one JSON object a line. Ids, counts and paths only: no secret, no query string, no story text. */
export const log = pino({
  // A wrong one stops the start; this module may be there before.
  level: logLevels.find((level) => level === process.env.STET_LOG) ?? 'info',
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: { err: errorFields },
})
