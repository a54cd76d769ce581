'use client'

import { useState } from 'react'

import type { StoryDocument } from '#lib/story/document/nodes'
import { bodyText } from '#lib/story/document/text'

/** Copies a text as plain text. @returns what is told of it, and what copies */
export function useCopy() {
  const [copied, setCopied] = useState<string>()
  const copy = async ({ headline, standfirst, body }: Pick<StoryDocument, 'headline' | 'standfirst' | 'body'>) => {
    try {
      await navigator.clipboard.writeText([headline, standfirst, bodyText(body)].filter(Boolean).join('\n\n'))
      setCopied('Copied')
    } catch {
      setCopied('Not copied: select the text and copy it yourself')
    }
  }
  return [copied, copy, () => setCopied(undefined)] as const
}
