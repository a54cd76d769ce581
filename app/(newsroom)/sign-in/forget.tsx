'use client'

import { useEffect } from 'react'

import { forgetPages } from '#lib/device/kept-pages'

/** Nobody is signed in: whosever pages this browser kept, they open for nobody any more. Texts stay, by their writer's name. */
export function Forget() {
  useEffect(() => void forgetPages().catch(() => {}), [])
  return null
}
