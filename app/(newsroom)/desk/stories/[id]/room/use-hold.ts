'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'

import type { StoryProps } from '../props'
import { type Connected, useMoving } from './use-room'

/**
 * Reads the story again when it was taken over or handed back, when what readers have or what waits has changed, or when
 * the server says otherwise than the page.
 * @param writes whether one writes in the story, so that the server says something of it
 */
export function useHold({ hold, may, spiked }: StoryProps, room: Connected, on: boolean, writes: boolean) {
  const router = useRouter()
  const told = useRef(0)
  const nudges = room.nudges.hold + room.nudges.publishing
  const odd = useMoving(room, (now) => writes && now.save === 'read-only' && may.edit && !spiked)
  const free = useMoving(room, (now) => writes && now.save === 'saved' && Boolean(hold && !hold.mine))
  useEffect(() => {
    if (!on || (nudges === told.current && !odd && !free)) return
    told.current = nudges
    router.refresh()
  }, [on, nudges, odd, free, router])
}
