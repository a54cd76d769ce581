'use client'

import { useCallback, useEffect, useState } from 'react'

import { recoverOlder } from '#lib/device/recover'
import { forgetRecovered, listRecovered, type Recovered } from '#lib/device/recovered'

/** Texts of this story that this device keeps, because its document could send them no more. */
export function useRecovered(person: string, story: string, room: number | undefined) {
  const [texts, setTexts] = useState<Recovered[]>([])
  const read = useCallback(() => listRecovered(person, story).then(setTexts), [person, story])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a text is recovered when a room is begun again
  useEffect(() => {
    recoverOlder(person, story)
      .catch(() => {})
      .then(read, () => {})
  }, [person, story, read, room])
  return {
    texts,
    forget: (id: string) => forgetRecovered(person, id).then(read),
  }
}
