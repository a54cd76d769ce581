import { z } from 'zod'

import { fromOf } from '#lib/auth/from'
import { isRefusal, type Reason, statusOfRefusal } from '#lib/errors'
import { newId } from '#lib/id'
import { log } from '#lib/log'
import { messagesIn } from '#lib/messages/find'
import { fileReport } from '#lib/report/commands'
import { type Fault, refusedPage } from '#lib/report/refused-page'
import { findSettings } from '#lib/settings/queries'
import { thanksPath, trap } from '#lib/site/report-form'

const text = z.string().max(8000)
const Form = z.strictObject({
  story: z.string().regex(/^\w{1,40}$/),
  text,
  passage: text.default(''),
  email: text.default(''),
  [trap]: text.default(''),
})

/** What a reader says is wrong, from a form that needs no scripts. Who is asking is nobody’s business: no cookie is read. */
export async function POST(request: Request): Promise<Response> {
  const sent = await request.formData().then(Object.fromEntries, () => undefined)
  const asked = Form.safeParse(sent)
  if (!asked.success) return refuse(400, { fault: 'broken' })
  const { story, [trap]: trapped, ...typed } = asked.data
  // What fills in what nobody sees is told what it wants to hear.
  if (trapped) return thanks()
  try {
    await fileReport(story, typed, fromOf(request.headers))
    return thanks()
  } catch (error) {
    const told = { typed: { story, ...typed } }
    if (isRefusal(error))
      return refuse(statusOfRefusal(error), { fault: faultOf(error.reason), faults: error.fields, ...told })
    log.error({ id: newId(), err: error }, 'a report was not kept')
    return refuse(500, { fault: 'ours', ...told })
  }
}

const faultOf = (reason: Reason): Fault =>
  reason === 'not-found' ? 'gone' : reason === 'busy' ? 'busy' : reason === 'invalid' ? 'wrong' : 'ours'

const headers = { 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' }

const thanks = () => new Response(null, { status: 303, headers: { ...headers, Location: thanksPath } })

async function refuse(status: number, told: Omit<Parameters<typeof refusedPage>[0], 'language' | 't'>) {
  const { language } = await findSettings()
  return new Response(refusedPage({ ...told, language, t: messagesIn(language) }), {
    status,
    headers: {
      ...headers,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Language': language,
    },
  })
}
