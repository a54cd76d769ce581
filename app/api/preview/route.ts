import { z } from 'zod'

import { fromOf } from '#lib/auth/from'
import { isRefusal, type Refusal, statusOfRefusal } from '#lib/errors'
import { newId } from '#lib/id'
import { log } from '#lib/log'
import { answerPreview } from '#lib/preview/commands'
import { answerKinds } from '#lib/preview/tables'

const text = z.string().max(20_000)
const Form = z.strictObject({
  token: text,
  kind: z.enum(answerKinds),
  block: text.default(''),
  name: text,
  text: text.default(''),
})

/** What somebody with a preview link says, from a form that needs no scripts. The token is no part of an address here. */
export async function POST(request: Request): Promise<Response> {
  const sent = await request.formData().then(Object.fromEntries, () => undefined)
  const asked = Form.safeParse(sent)
  if (!asked.success) return plain(400, 'This form did not arrive whole. Go back and send it again.')
  const { token, ...answer } = asked.data
  try {
    await answerPreview(token, answer, fromOf(request.headers))
    const place = answer.kind === 'approval' ? 'approval' : `b-${answer.block}`
    const location = `/preview/${token}?said=${answer.kind}#${encodeURIComponent(place)}`
    return new Response(null, { status: 303, headers: { ...headers, Location: location } })
  } catch (error) {
    if (isRefusal(error)) return plain(statusOfRefusal(error), refused(error, answer.text))
    const id = newId()
    log.error({ id, err: error }, 'an answer by a preview link failed')
    return plain(500, `That was our fault, not yours. Tell the newsroom: ${id}\n\n${kept(answer.text)}`)
  }
}

/** Why it was not sent; what was written is shown, as the form may have forgotten it. */
function refused({ reason, message, fields }: Refusal, written: string): string {
  if (reason === 'not-found')
    return `This link does not work any more. Ask who sent it for a new one.\n\n${kept(written)}`
  const lines = Object.entries(fields).map(([field, fault]) => `${labels[field] ?? field}: ${fault}`)
  return [message, ...lines, '', kept(written), 'Go back to send it again.'].join('\n')
}

const labels: Record<string, string> = { name: 'Your name', text: 'Your comment', block: 'Paragraph' }

const kept = (written: string) => (written ? `You wrote:\n\n${written}\n` : '')

const headers = { 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex', 'Referrer-Policy': 'same-origin' }

const plain = (status: number, body: string) =>
  new Response(`${body}\n`, { status, headers: { ...headers, 'Content-Type': 'text/plain; charset=utf-8' } })
