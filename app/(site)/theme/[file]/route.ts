import { notFound } from 'next/navigation'

import { findTheme } from '#lib/site/queries/theme'
import { stylesheet, stylesheetPath } from '#lib/site/theme/stylesheet'

export const dynamic = 'force-dynamic'

/** What the paper's choices change of the site's stylesheet. */
export async function GET(_: Request, { params }: { params: Promise<{ file: string }> }) {
  const theme = await findTheme()
  if (stylesheetPath(theme) !== `/theme/${(await params).file}`) notFound()
  return new Response(stylesheet(theme), { headers: { 'Content-Type': 'text/css; charset=utf-8' } })
}
