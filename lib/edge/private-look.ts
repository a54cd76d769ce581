import type { Look } from '#lib/site/context'

import { kindOf } from './paths'
import type { PrivateDrafts } from './private-draft'

/** Looks of the paper that are tried, for who may choose them: as the cookies of a request tell. */
export type PrivateLooks = {
  find: (cookies: string | undefined, token: string) => Promise<Pick<Look, 'theme' | 'logos'> | undefined>
  findFile: (
    cookies: string | undefined,
    media: string,
    hash: string,
    code: string,
  ) => ReturnType<PrivateDrafts['findFile']>
}

/** A page of the site in a look, its stylesheet, or a file of its logo. */
export type LookAddress =
  | { token: string; scheme: Look['scheme']; page: string }
  | { token: string; page?: undefined }
  | { file: string }

const media = /^\/preview\/look\/media\/(.+)$/
const sheet = /^\/preview\/look\/([\w-]+)\/theme\.css$/
const page = /^\/preview\/look\/([\w-]+)\/(light|dark)\/at(\/.*)?$/

/** Where the stylesheet of a look is. */
export const sheetAddress = (token: string) => `/preview/look/${token}/theme.css`

/** What an address shows of a look. @param path percent-decoded */
export function readLookAddress(path: string): LookAddress | undefined {
  const [, file] = media.exec(path) ?? []
  if (file) return { file }
  const [, styled] = sheet.exec(path) ?? []
  if (styled) return { token: styled }
  const [, token, scheme, at = '/'] = page.exec(path) ?? []
  if (!token || (scheme !== 'light' && scheme !== 'dark') || kindOf(at) !== 'page') return undefined
  return { token, scheme, page: at }
}
