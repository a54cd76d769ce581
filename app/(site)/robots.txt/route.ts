import { robots } from '#lib/site/feeds/robots'
import { findPaper } from '#lib/site/queries/paper'

export const dynamic = 'force-dynamic'

export async function GET() {
  return new Response(robots(await findPaper()), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}
