import type { IncomingMessage, ServerResponse } from 'node:http'

import { z } from 'zod'

import { log } from '#lib/log'

import { loggable } from './rules'

const Report = z.object({
  'csp-report': z.object({
    'document-uri': z.string(),
    'effective-directive': z.string(),
    'blocked-uri': z.string().optional(),
    disposition: z.string().optional(),
  }),
})

/** Each kind once: a page that breaks a rule breaks it at every visit, and anybody may send reports. */
const seen = new Set<string>()
const most = 100

/** A browser's report of what our policy refused; the text in it (script samples) is never kept. */
export async function receiveReport(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const parts: Buffer[] = []
  for await (const part of req) parts.push(part as Buffer)
  res.writeHead(204).end()
  const line = summary(Buffer.concat(parts).toString())
  const kind = JSON.stringify(line)
  if (!line || seen.has(kind) || seen.size >= most) return
  seen.add(kind)
  log.warn(line, 'policy report')
}

/** What of a report may be logged: paths and origins, no query. */
export function summary(text: string) {
  const report = Report.safeParse(parse(text)).data?.['csp-report']
  if (!report) return undefined
  const page = URL.canParse(report['document-uri']) ? new URL(report['document-uri']).pathname : ''
  const blocked = report['blocked-uri'] ?? ''
  return {
    directive: report['effective-directive'].slice(0, 60),
    page: loggable(page).slice(0, 100),
    blocked: (URL.canParse(blocked) ? new URL(blocked).origin : blocked).slice(0, 100),
    enforced: report.disposition !== 'report',
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
