'use client'

import { Standing, versionOf } from '#app/(newsroom)/conflict'
import { Form } from '#app/(newsroom)/form'
import { WhenField } from '#app/(newsroom)/when-field'
import { longestBar } from '#lib/site/breaking'
import { TextField } from '#lib/ui/field'
import { Submit } from '#lib/ui/submit'

import { readHourAction, setBarAction } from './actions'

type Props = {
  first: { text: string; link: string; until: { local: string; at: number } | undefined; version: number }
  /** Readers have one now, which this one replaces. */
  stands: boolean
  paper: { timezone: string; now: number }
}

/** What the bar is to say, where it leads, and until when. */
export const BarForm = ({ first, stands, paper }: Props) => (
  <Form action={setBarAction} label="Breaking bar" changed={false} className="grid gap-4">
    {(state) => (
      <>
        <Standing<{ text: string; version: number }> state={state} lines={(now) => [['Text', now.text]]} />
        <input type="hidden" name="version" value={versionOf(state, first.version)} />
        <TextField
          label="Text"
          name="text"
          defaultValue={first.text}
          maxLength={longestBar}
          required
          hint={`One sentence, at most ${longestBar} characters.`}
          error={state?.fields?.text}
        />
        <TextField
          label="Leads to"
          name="link"
          defaultValue={first.link}
          autoComplete="off"
          hint="The address of a live story, of another page of ours, or of one elsewhere. May be empty."
          error={state?.fields?.link}
        />
        <WhenField
          label="Until"
          name="until"
          paper={paper}
          read={readHourAction}
          initial={first.until}
          placeholder="in 2 hours"
          tries="“in 2 hours” or “tomorrow 6am”"
          hint={`As in “in 2 hours”, “18:30”, or picked, by the newsroom’s clock (${paper.timezone}). Left empty: until it is taken down.`}
          error={state?.fields?.until}
        />
        <div>
          <Submit>{stands ? 'Replace it' : 'Put it over every page'}</Submit>
        </div>
      </>
    )}
  </Form>
)
