'use client'

import { Check } from 'lucide-react'

import type { Proof as AsRead } from '#lib/story/queries/proof'
import { Icon } from '#lib/ui/icon'
import { Notice } from '#lib/ui/notice'

import type { Paper } from '../props'
import { hour } from '../when'

type Times = 'askedAt' | 'keptUntil' | 'againAt'
/** As the server tells it: times in milliseconds. */
export type Found = Omit<AsRead, Times> & Record<Times, number | null>

/** What is true now, in a sentence or two. */
export function ProofWords({ found, paper }: { found: Found; paper: Paper }) {
  const { state, rows, byAddress } = found
  if (state === 'asking') {
    return (
      <p role="status" className="text-muted">
        {rows.length ? `Asking the paper’s addresses: ${count(rows)} so far…` : 'Asking the paper’s addresses…'}
      </p>
    )
  }
  if (state === 'none') return <p className="text-muted">The paper’s addresses were not asked yet.</p>
  if (state === 'stopped')
    return <Notice title="The proof came to no end.">It was tried again and again. Ask again, or tell an admin.</Notice>
  return (
    <>
      <Outcome found={found} paper={paper} />
      {byAddress && (
        <p className="text-label text-quiet">
          Its headline says too little to know it by, or something else says the same: so it was looked for by its
          address.
        </p>
      )}
    </>
  )
}

function Outcome({ found: { rows, elsewhere, keptUntil, againAt }, paper }: { found: Found; paper: Paper }) {
  const red = rows.filter(({ inside }) => inside && !inside.clean)
  const shown = rows.filter(({ outside }) => outside && !outside.clean && outside.status > 0)
  const silent = rows.filter(({ outside }) => outside?.status === 0)
  const faults = new Set(silent.map(({ outside }) => outside?.fault))
  const kept = keptUntil !== null
  return (
    <>
      {red.length > 0 && (
        <Notice title={`Not gone everywhere: ${count(red)} of ${rows.length} did not answer as they should.`}>
          Where another story names it, mend that and ask again. Anything else is a fault of Stet’s: tell an admin.
        </Notice>
      )}
      {red.length === 0 && (
        <p role="status" className="flex items-center gap-2">
          <Icon of={Check} className="text-live" />
          {elsewhere ? 'Gone here.' : 'Gone.'} {count(rows)} asked, all clean.
        </p>
      )}
      {shown.length > 0 && kept && (
        <Notice tone="warning" title={`Outside ${count(shown)} may show it until ${hour(toMinute(keptUntil), paper)}.`}>
          For so long caches in front of Stet may keep what they have.
          {againAt !== null && ' Stet asks again by itself then.'}
        </Notice>
      )}
      {shown.length > 0 && !kept && (
        <Notice title={`Outside ${count(shown)} did not answer as they should.`}>
          A cache in front of Stet keeps what it may not keep any more: have it emptied.
        </Notice>
      )}
      {silent.length > 0 && (
        <Notice tone="warning" title={`From outside ${count(silent)} could not be asked.`}>
          {[...faults].join(' ')} What readers get there is not known.
        </Notice>
      )}
    </>
  )
}

/** Up to the full minute, as hours are shown: nothing is said to be over before it is. */
const toMinute = (at: number) => Math.ceil(at / 60_000) * 60_000

const count = ({ length }: unknown[]) => `${length} ${length === 1 ? 'address' : 'addresses'}`
