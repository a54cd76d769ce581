import type { ApiError } from '#app/api/answer'
import type { WordText } from '#lib/interchange/docx/word-text'

import { NotTaken } from './not-taken'

type Options = {
  /** Told from 0 to 1 while it is sent, and 1 while the server reads it. */
  onProgress: (share: number) => void
  signal: AbortSignal
}

/**
 * Sends a Word file to be read. The older way of asking, as only this one tells how much has been sent.
 * @throws NotTaken; undefined when it was called off
 */
export function sendWord(story: string, file: File, { onProgress, signal }: Options): Promise<WordText | undefined> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const refuse = (message: string) => reject(new NotTaken(message))
    request.open('POST', `/api/stories/${encodeURIComponent(story)}/word`)
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0)
    request.upload.onload = () => onProgress(1)
    request.onload = () => {
      const answer = parse(request.responseText)
      if (request.status === 200 && answer) resolve(answer as WordText)
      else if (request.status === 413 && !answer) refuse('This file is too large.')
      else reject(refusal(answer as ApiError | undefined))
    }
    request.onerror = () => refuse('The server was not reached, or broke off: the file may be too large.')
    signal.addEventListener('abort', () => {
      request.abort()
      resolve(undefined)
    })
    request.send(file)
  })
}

const refusal = (answer: ApiError | undefined) =>
  new NotTaken(answer?.message ?? 'The server did not read it. Try again.', answer?.error === 'signed-out')

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
