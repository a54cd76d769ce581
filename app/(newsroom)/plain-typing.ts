'use client'

import { useEffect, useState } from 'react'

const keyOf = (person: string) => `stet-plain-typing:${person}`

/** Whether this person, on this device, wants the signs as they are typed. */
export function typesPlainly(person: string): boolean {
  try {
    return localStorage.getItem(keyOf(person)) === 'on'
  } catch {
    return false
  }
}

/** The same as a setting; undefined until the device has been asked. */
export function usePlainTyping(person: string): [on: boolean | undefined, set: (on: boolean) => void] {
  const [on, setOn] = useState<boolean>()
  useEffect(() => setOn(typesPlainly(person)), [person])
  const set = (on: boolean) => {
    setOn(on)
    try {
      if (on) localStorage.setItem(keyOf(person), 'on')
      else localStorage.removeItem(keyOf(person))
    } catch {
      // A browser that keeps nothing begins anew.
    }
  }
  return [on, set]
}
