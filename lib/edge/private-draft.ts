import { policyWith } from './headers'
import type { FindPrivateFile } from './private-file'

/** Drafts of fronts, or of pages of the paper's own, for who makes them: as the cookies of a request tell. */
export type PrivateDrafts = {
  mayLook: (cookies: string | undefined, id: string) => Promise<boolean>
  findFile: (
    cookies: string | undefined,
    id: string,
    media: string,
    hash: string,
    code: string,
  ) => ReturnType<FindPrivateFile>
}

const address =
  /^\/preview\/(?:(fronts)\/(home|(?:section|topic):[\w-]{1,40})|(pages)\/([\w-]{1,40}))(?:\/media\/(.+))?$/

/** Of which draft's preview an address is, and which file of it. @param path percent-decoded */
export function readDraftAddress(
  path: string,
): { of: 'fronts' | 'pages'; id: string; file: string | undefined } | undefined {
  const [, fronts, front, , page, file] = address.exec(path) ?? []
  const id = front ?? page
  return id === undefined ? undefined : { of: fronts ? 'fronts' : 'pages', id, file }
}

/** The screen on which it is made shows it in a frame. @param frames what readers may load in it */
export const framed = (dev: boolean, frames: ReadonlySet<string>) => ({
  'Content-Security-Policy': dev ? own : policyWith(frames).replace("frame-ancestors 'none'", own),
  'X-Frame-Options': 'SAMEORIGIN',
})

const own = "frame-ancestors 'self'"
