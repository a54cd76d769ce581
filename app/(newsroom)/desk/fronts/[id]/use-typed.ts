'use client'

import { useState } from 'react'

/**
 * A field whose words are kept while one types, without what stands around them: what is typed stays in the box as it is.
 * @param value as it is kept
 */
export function useTyped(value: string, keep: (words: string) => void) {
  const [typed, setTyped] = useState<string>()
  return {
    value: typed ?? value,
    onChange: ({ target }: { target: { value: string } }) => {
      setTyped(target.value)
      keep(target.value.trim().replace(/\s+/g, ' '))
    },
    onBlur: () => setTyped(undefined),
  }
}
