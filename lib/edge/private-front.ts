import { policyWith } from './headers'
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

/** Drafts of pages of the paper's own, likewise; they show nothing of the library. */
export type PrivatePages = Pick<PrivateFronts, 'mayLook'>

const address = /^\/preview\/fronts\/(home|(?:section|topic):[\w-]{1,40})(?:\/media\/(.+))?$/

/** Of which front's preview an address is, and which file of it. @param path percent-decoded */
export function readFrontAddress(path: string): { id: string; file: string | undefined } | undefined {
  const [, id, file] = address.exec(path) ?? []
  return id === undefined ? undefined : { id, file }
}

/** Of which page of the paper's own an address is the preview. @param path percent-decoded */
export const readPageAddress = (path: string): string | undefined => /^\/preview\/pages\/([\w-]{1,40})$/.exec(path)?.[1]

/** The screen on which it is made shows it in a frame. @param frames what readers may load in it */
export const framed = (dev: boolean, frames: ReadonlySet<string>) => ({
  'Content-Security-Policy': dev ? own : policyWith(frames).replace("frame-ancestors 'none'", own),
  'X-Frame-Options': 'SAMEORIGIN',
})

const own = "frame-ancestors 'self'"
