import { sitePolicy } from './headers'
import type { FindPrivateFile } from './private-file'

/** Drafts of fronts, for who makes them: as the cookies of a request tell. */
export type PrivateFronts = {
  mayLook: (cookies: string | undefined, id: string) => Promise<boolean>
  findFile: (
    cookies: string | undefined,
    id: string,
    media: string,
    hash: string,
    code: string,
  ) => ReturnType<FindPrivateFile>
}

const address = /^\/preview\/fronts\/(home|(?:section|topic):[\w-]{1,40})(?:\/media\/(.+))?$/

/** Of which front's preview an address is, and which file of it. @param path percent-decoded */
export function readFrontAddress(path: string): { id: string; file: string | undefined } | undefined {
  const [, id, file] = address.exec(path) ?? []
  return id === undefined ? undefined : { id, file }
}

/** The screen on which it is made shows it in a frame. */
export const framed = (dev: boolean) => ({
  'Content-Security-Policy': dev ? own : sitePolicy.replace("frame-ancestors 'none'", own),
  'X-Frame-Options': 'SAMEORIGIN',
})

const own = "frame-ancestors 'self'"
