'use client'

import { layouts, type MachinePart, machineParts } from '#lib/site/presentation'
import { longest } from '#lib/story/presentation'
import { SelectField } from '#lib/ui/field'

import { findStoriesAction, findStoriesToLinkAction } from '../text/look-ups'
import { Theirs } from './field-parts'
import { LanguageField } from './language-field'
import { layoutNames, machineNames } from './presentation-names'
import { StoriesField } from './stories-field'
import { SavedText } from './text-field-saved'
import { type FieldsHandle, hintOf } from './use-fields'

type Props = { story: string; fields: FieldsHandle; edits: boolean; language: string }

/** How readers get the story beside its text: labels, layout, what else to read, its language. */
export function OnThePage({ story, fields, edits, language }: Props) {
  const { kicker, sponsor } = fields.values
  return (
    <div className="mt-3 grid gap-3">
      <SavedText
        name="kicker"
        label="Kicker"
        fields={fields}
        readOnly={!edits}
        hint={`Over the headline; its topic where empty. ${counted(kicker, longest.kicker)}`}
      />
      <Choice name="layout" label="Layout" values={layouts} names={layoutNames} fields={fields} edits={edits} />
      <SavedText
        name="sponsor"
        label="Paid for by"
        fields={fields}
        readOnly={!edits}
        hint={`Readers are told wherever the story is seen. No rule makes it the paper’s lead. ${counted(sponsor, longest.sponsor)}`}
      />
      <Choice<MachinePart>
        name="machine"
        label="Made with AI"
        values={machineParts}
        names={machineNames}
        hint="Readers are told under the headline."
        fields={fields}
        edits={edits}
      />
      <StoriesField
        name="related"
        label="Related stories"
        hint={`Before those that are found by rule; ${longest.related} at most.`}
        most={longest.related}
        fields={fields}
        edits={edits}
        find={(words) => findStoriesAction(words, story)}
      />
      <LanguageField fields={fields} edits={edits} paper={language} />
      <StoriesField
        name="original"
        label="Translation of"
        hint="Each then leads to the other, as far as readers have them."
        most={1}
        fields={fields}
        edits={edits}
        find={async (words) =>
          (await findStoriesToLinkAction(words, story)).map(({ id, name, note }) => ({ id, name, note }))
        }
      />
    </div>
  )
}

const counted = (text: string, most: number) => `${[...text].length} of ${most} characters.`

type ChoiceProps<Value extends string> = {
  name: 'layout' | 'machine'
  label: string
  values: readonly Value[]
  names: Record<Value, string>
  hint?: string
  fields: FieldsHandle
  edits: boolean
}

function Choice<Value extends string>({ name, label, values, names, hint, fields, edits }: ChoiceProps<Value>) {
  return (
    <div>
      <SelectField
        label={label}
        name={name}
        disabled={!edits}
        value={fields.values[name]}
        error={fields.states[name]?.error}
        hint={hintOf(fields.states[name], hint)}
        onChange={(event) => fields.save(name, event.target.value as never)}
      >
        {values.map((value) => (
          <option key={value} value={value}>
            {names[value]}
          </option>
        ))}
      </SelectField>
      <Theirs name={name} fields={fields} show={(value) => names[value as Value] ?? value} />
    </div>
  )
}
