'use client'

import { Standing, versionOf } from '#app/(newsroom)/conflict'
import { Form } from '#app/(newsroom)/form'
import { SelectField, TextField } from '#lib/ui/field'
import { Submit } from '#lib/ui/submit'
import { updateSettingsAction } from './actions'

type Settings = { name: string; timezone: string; language: string; version: number }

export function SettingsForm({ settings, zones }: { settings: Settings; zones: string[] }) {
  return (
    <Form action={updateSettingsAction} label="Settings" className="grid gap-4">
      {(state) => (
        <>
          <Standing<Settings>
            state={state}
            lines={(now) => [
              ['Name', now.name],
              ['Time zone', now.timezone],
              ['Language', now.language],
            ]}
          />
          <input type="hidden" name="version" value={versionOf(state, settings.version)} />
          <TextField
            label="Name of the paper"
            name="name"
            defaultValue={settings.name}
            required
            maxLength={60}
            hint="In the masthead, in feeds and in search results."
            error={state?.fields?.name}
          />
          <SelectField
            label="Time zone"
            name="timezone"
            defaultValue={settings.timezone}
            hint="Of every time on the desk and on the site. Stored times do not change."
            error={state?.fields?.timezone}
          >
            {zones.map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </SelectField>
          <TextField
            label="Language"
            name="language"
            defaultValue={settings.language}
            required
            hint="The tag of the language that stories are written in, like en-GB or fr."
            error={state?.fields?.language}
          />
          <div>
            <Submit>Save settings</Submit>
          </div>
        </>
      )}
    </Form>
  )
}
