'use client'

import { useRef, useState } from 'react'

/**
 * The version that what is on screen is of. It keeps what somebody has changed when the page is read anew, so it is the
 * newest one only while the newest has what it began with, or what was saved from here: else to save it is a conflict.
 * @param began what the page was given of it
 */
export function useShownVersion(began: unknown, version: number) {
  const text = JSON.stringify(began)
  const [shown, show] = useState({ text, version })
  const given = useRef({ text, version })
  given.current = { text, version }
  if (shown.version < version && shown.text === text) show({ text, version })
  return {
    version: shown.version,
    /** What was on screen is this version now. */
    saved: (next: number) => show({ version: next, text: given.current.version === next ? given.current.text : '' }),
  }
}
