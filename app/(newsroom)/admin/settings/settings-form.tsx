'use client'

import { useId } from 'react'

import { Standing, versionOf } from '#app/(newsroom)/conflict'
import { Form } from '#app/(newsroom)/form'
import { languageNameOf, usualLanguages } from '#app/(newsroom)/language-names'
import { SelectField, TextField } from '#lib/ui/field'
import { Submit } from '#lib/ui/submit'
import { updateSettingsAction } from './actions'

type Settings = { name: string; timezone: string; language: string; version: number }

export function SettingsForm({ settings, zones }: { settings: Settings; zones: string[] }) {
  const id = useId()
  return (
    <Form action={updateSettingsAction} label="Settings" className="grid gap-4" changed={false}>
      {(state) => (
        <>
          <Standing<Settings>
            state={state}
            lines={(now) => [
              ['Name', now.name],
              ['Time zone', now.timezone],
              ['Language', languageNameOf(now.language)],
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
            defaultValue={languageNameOf(settings.language)}
            list={id}
            autoComplete="off"
            required
            hint="What stories are written in, unless they say otherwise: its name, or a tag like cy."
            error={state?.fields?.language}
          />
          <datalist id={id}>
            {usualLanguages.map((tag) => (
              <option key={tag}>{languageNameOf(tag)}</option>
            ))}
          </datalist>
          <div>
            <Submit>Save settings</Submit>
          </div>
        </>
      )}
    </Form>
  )
}
