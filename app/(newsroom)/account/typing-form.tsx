'use client'

import { Checkbox } from '#lib/ui/field'

import { usePlainTyping } from '../plain-typing'

/** How one's keys become signs, on this device. */
export function TypingForm({ person }: { person: string }) {
  const [plain, setPlain] = usePlainTyping(person)
  return (
    <Checkbox
      label="Curly quotes, dashes and ellipses as you type"
      hint="As the paper’s language writes them. Undo right after gives back what you typed."
      checked={plain === false}
      disabled={plain === undefined}
      onChange={({ target }) => setPlain(!target.checked)}
    />
  )
}
