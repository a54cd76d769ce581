'use client'

import { useEffect, useState } from 'react'

import { clockIn, dayIn, zoneIn } from '#lib/settings/time'

/** The newsroom's time, which every time on the desk is in; says so when the reader's own clock differs. */
export function NewsroomClock({ timezone, now }: { timezone: string; now: number }) {
  const [at, setAt] = useState(now)
  const [zone, setZone] = useState(timezone)
  useEffect(() => {
    const tick = () => setAt(Date.now())
    tick()
    setZone(Intl.DateTimeFormat().resolvedOptions().timeZone)
    const timer = setInterval(tick, 5000)
    return () => clearInterval(timer)
  }, [])
  const date = new Date(at)
  const own = clockIn(date, zone)
  const same = own === clockIn(date, timezone)
  return (
    <p className="px-2 pb-2">
      <b className="text-dialog font-semibold">
        {clockIn(date, timezone)} {zoneIn(date, timezone)}
      </b>
      <br />
      <span className="text-muted">{dayIn(date, timezone)}</span>
      <br />
      <span className="text-label text-quiet">{same ? 'Newsroom time' : `Newsroom time; yours is ${own}`}</span>
    </p>
  )
}
