import { z } from 'zod'

import { answerJson } from '#app/api/answer'
import { readWordFile } from '#lib/interchange/docx/commands'

const Id = z.string().max(40)

/** A Word file, whose text comes back as blocks; nothing is kept. How many bytes come in is watched by the server. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answerJson(async (actor) => {
    const { id } = await params
    const body = (request.body ?? new Blob().stream()) as unknown as AsyncIterable<Uint8Array>
    return readWordFile(actor, Id.parse(id), body, request.signal)
  })
}
