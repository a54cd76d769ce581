import { appManifest } from '#lib/site/metadata/app-manifest'
import { findPaper } from '#lib/site/queries/paper'
import { findTheme } from '#lib/site/queries/theme'

export const dynamic = 'force-dynamic'

/** What the paper is called and looks like as an app. */
export async function GET() {
  const manifest = appManifest(await findPaper(), await findTheme())
  return new Response(JSON.stringify(manifest), { headers: { 'Content-Type': 'application/manifest+json' } })
}
