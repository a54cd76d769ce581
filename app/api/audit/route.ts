import type { NextRequest } from 'next/server'

import { Asked, filterOf } from '#app/(newsroom)/admin/audit/asked'
import { exportAudit } from '#lib/audit/export'
import { whoIs } from '#lib/auth/session'
import { isRefusal, statusOfRefusal } from '#lib/errors'
import { log } from '#lib/log'
import { findSettings } from '#lib/settings/queries'
import { isoDay } from '#lib/settings/time'

/** The audit as a file, with the filters of its screen: sent as it is read, so that it may be of any length. */
export async function GET(request: NextRequest): Promise<Response> {
  const actor = await whoIs()
  if (!actor) return new Response(null, { status: 401, headers })
  const { timezone } = await findSettings()
  const asked = Asked.parse(Object.fromEntries(request.nextUrl.searchParams))
  const parts = exportAudit(actor, filterOf(asked, timezone), timezone)
  try {
    const first = await parts.next()
    return new Response(streamed(first.value ?? '', parts), {
      headers: {
        ...headers,
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="audit-${isoDay(new Date(), timezone)}.csv"`,
      },
    })
  } catch (error) {
    if (isRefusal(error)) return new Response(null, { status: statusOfRefusal(error), headers })
    throw error
  }
}

const headers = { 'Cache-Control': 'no-store' }

/** Reads on as fast as it is taken, and no further once nobody takes it. */
function streamed(first: string, parts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(first)),
    async pull(controller) {
      try {
        const { value, done } = await parts.next()
        if (done) controller.close()
        else controller.enqueue(encoder.encode(value))
      } catch (error) {
        // What was sent must not look whole.
        log.error({ err: error }, 'the export of the audit broke off')
        controller.error(error)
      }
    },
    cancel: () => void parts.return(undefined),
  })
}
