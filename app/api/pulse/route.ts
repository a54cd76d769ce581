import type { NextRequest } from 'next/server'
import { z } from 'zod'

import { whoLooksOn } from '#lib/auth/session'
import { countUnread } from '#lib/notification/queries'
import { listPresentFor } from '#lib/presence/queries'

const Asked = z.array(z.string().regex(/^[0-9a-z]{1,40}$/)).max(200)

/** What an open page of the desk asks for every twenty seconds: what is unread, and who is in the stories that it lists. */
export async function GET(request: NextRequest): Promise<Response> {
  const actor = await whoLooksOn()
  if (!actor) return new Response(null, { status: 401, headers })
  const asked = Asked.safeParse((request.nextUrl.searchParams.get('in') ?? '').split(',').filter(Boolean))
  if (!asked.success) return new Response(null, { status: 400, headers })
  const [unread, present] = await Promise.all([countUnread(actor), listPresentFor(actor, asked.data)])
  return Response.json({ unread, present }, { headers })
}

const headers = { 'Cache-Control': 'no-store' }
