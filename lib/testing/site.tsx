import { join } from 'node:path'

import { createElement, type FunctionComponent } from 'react'
import { prerender } from 'react-dom/static'

export type Asked = { params?: Record<string, string>; search?: Record<string, string> }

const site = join(process.cwd(), 'app/(site)')

/** What a page or document of the site says, made without Next. @param file its module, below `app/(site)` */
export async function askSite(file: string, { params = {}, search = {} }: Asked = {}): Promise<string> {
  const made = await import(join(site, file))
  const props = { params: Promise.resolve(params), searchParams: Promise.resolve(search) }
  if (file.endsWith('route.ts')) return (await made.GET(new Request('http://paper.example'), props)).text()
  return `${JSON.stringify(await made.generateMetadata(props))} ${await html(made.default, props)}`
}

/** A page in its layout, as HTML; React's marks between texts are left out. */
async function html(Page: FunctionComponent, props: object): Promise<string> {
  const { default: Layout } = await import(join(site, 'layout.tsx'))
  const { prelude } = await prerender(<Layout>{createElement(Page, props)}</Layout>)
  return (await new Response(prelude).text()).replaceAll('<!-- -->', '')
}
