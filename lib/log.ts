import { pino } from 'pino'

/** Structured logs, one JSON object a line. Ids, counts and paths only: no secret, no query string, no story text. */
export const log = pino({
  level: process.env.STET_LOG ?? 'info',
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: {
    // A database driver's message holds the statement's parameters, so content: its cause is enough.
    err: (error: Error & { cause?: unknown; code?: string }) => ({
      type: error.name,
      code: error.code,
      message: error.cause instanceof Error ? error.cause.name : error.message,
      stack: error.stack?.split('\n').slice(1, 8).join('\n'),
    }),
  },
})
