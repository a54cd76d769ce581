'use client'

import { Standing, versionOf } from '#app/(newsroom)/conflict'
import { Form } from '#app/(newsroom)/form'
import { auditYears, personalChoices, type Retention } from '#lib/settings/retention'
import { SelectField } from '#lib/ui/field'
import { Submit } from '#lib/ui/submit'
import { setRetentionAction } from './actions'

const inWords = (days: number) => (days % 365 ? `${days} days` : days === 365 ? 'a year' : `${days / 365} years`)

/** Of entries of the audit, and of the addresses in them. */
export function RetentionForm({ retention, version }: { retention: Retention; version: number }) {
  return (
    <Form action={setRetentionAction} label="How long the audit is kept" changed={false} className="grid gap-4">
      {(state) => (
        <>
          <Standing<Retention & { version: number }>
            state={state}
            lines={(now) => [
              ['Acts', now.days ? inWords(now.days) : 'for ever'],
              ['Addresses and browsers', now.personalDays ? inWords(now.personalDays) : 'as long as the act'],
            ]}
          />
          <input type="hidden" name="version" value={versionOf(state, version)} />
          <SelectField
            label="Acts"
            name="days"
            defaultValue={retention.days ?? ''}
            hint="What is older is taken out of the audit each night; a signed checkpoint says that it was."
            error={state?.fields?.days}
          >
            <option value="">For ever</option>
            {auditYears.map((days) => (
              <option key={days} value={days}>
                For {inWords(days)}
              </option>
            ))}
          </SelectField>
          <SelectField
            label="Addresses and browsers of sign-ins"
            name="personalDays"
            defaultValue={retention.personalDays ?? ''}
            error={state?.fields?.personalDays}
          >
            <option value="">As long as the act</option>
            {personalChoices.map((days) => (
              <option key={days} value={days}>
                For {inWords(days)}
              </option>
            ))}
          </SelectField>
          <div>
            <Submit>Save</Submit>
          </div>
        </>
      )}
    </Form>
  )
}
