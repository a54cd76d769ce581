import { setTimeout as sleep } from 'node:timers/promises'

import { AwsClient } from 'aws4fetch'

import type { Config } from '#lib/config'
import { within } from '#lib/deadline'
import { Refusal } from '#lib/errors'

export type S3Settings = NonNullable<Config['s3']>

export type Patience = {
  /** How often a request is sent at most: again where the network or the service failed. */
  tries: number
  /** Milliseconds before the second try, at most; twice as long before each further one. */
  pause: number
  /** Milliseconds until an answer begins, sending included, and between two pieces of it. */
  deadline: number
}
/** A piece of 8 MB, which is the most that is sent at once, may take a minute. */
export const usualPatience: Patience = { tries: 4, pause: 200, deadline: 60_000 }

type Said = {
  /** Without a question mark. */
  query?: Record<string, string>
  headers?: Record<string, string>
  body?: Buffer | string
}
export type Ask = (method: string, key: string, said?: Said) => Promise<Response>

/** Signed requests to one bucket, by path. @returns asks; answers of any status, once the tries are used up */
export function s3Requests(settings: S3Settings, patience: Patience): Ask {
  const { accessKeyId, secretAccessKey, region } = settings
  const signer = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 0 })
  return async (method, key, { query = {}, headers = {}, body = '' } = {}) => {
    const url = `${settings.endpoint}/${settings.bucket}${key && `/${key}`}?${new URLSearchParams(query)}`
    const bytes = Buffer.from(body)
    const hash = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex')
    // Signed anew each time: a signature is good for some minutes.
    const send = () =>
      beforeDeadline(patience.deadline, async (signal) => {
        const request = await signer.sign(url, {
          method,
          headers: { ...headers, 'x-amz-content-sha256': hash },
          body: bytes.length ? bytes : undefined,
          redirect: 'manual',
          signal,
        })
        // Not signed: some services are asked by proxies of their own, which change it.
        request.headers.set('accept-encoding', 'identity')
        return fetch(request)
      })
    for (let tries = 1; ; tries += 1) {
      const answer = await send().catch((error) => {
        if (tries === patience.tries) throw new Error(`The store did not answer to ${method}.`, { cause: error })
      })
      if (answer && (tries === patience.tries || !mayPass(answer.status))) return answer
      await answer?.body?.cancel()
      await sleep(Math.random() * patience.pause * 2 ** (tries - 1))
    }
  }
}

/** 507 is a full disk, 501 and 505 are said for good. */
const mayPass = (status: number) => [429, 500, 502, 503, 504].includes(status)

/** Until the answer begins: its body may go on for as long as somebody reads it. */
async function beforeDeadline<T>(ms: number, run: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const ending = new AbortController()
  const timer = setTimeout(() => ending.abort(), ms)
  try {
    return await run(ending.signal)
  } finally {
    clearTimeout(timer)
  }
}

/** A body as it is read; the deadline counts only while somebody waits for it. */
export async function* piecesOf({ body }: Response, deadline: number): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader()
  if (!reader) return
  try {
    for (;;) {
      const { done, value } = await within(deadline, reader.read(), 'A piece from the store')
      if (done) return
      yield value
    }
  } finally {
    await reader.cancel().catch(() => {})
  }
}

/** What is not an answer to go on with. @throws Refusal `busy` where the service has no room; else a fault */
export async function failed(answer: Response, method: string): Promise<never> {
  const said = (await answer.text().catch(() => '')).slice(0, 10_000)
  if (answer.status === 507) throw new Refusal('busy', 'The store is full, so this file was not kept. Tell an admin.')
  throw new Error(`The store answered ${answer.status} ${tagOf(said, 'Code') ?? ''} to ${method}.`)
}

/** The text of an element that holds no others. */
export const tagOf = (xml: string, name: string): string | undefined =>
  new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1]
