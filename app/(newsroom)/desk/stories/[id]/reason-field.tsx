'use client'

import type { WithdrawReason } from '#lib/story/commands/withdraw'
import { SelectField } from '#lib/ui/field'

const words: Record<WithdrawReason, string> = {
  wrong: 'It was wrong',
  legal: 'Legal',
  privacy: 'Privacy',
  rights: 'Rights',
  mistake: 'Published by mistake',
  other: 'Other',
}

type Props = { label: string; hint?: string; value: WithdrawReason; onChoose: (reason: WithdrawReason) => void }

/** Why something is taken from readers: for the newsroom and its audit. */
export function ReasonField({ onChoose, ...field }: Props) {
  return (
    <SelectField {...field} onChange={(event) => onChoose(event.target.value as WithdrawReason)}>
      {Object.entries(words).map(([key, name]) => (
        <option key={key} value={key}>
          {name}
        </option>
      ))}
    </SelectField>
  )
}
