'use client'

import { useId } from 'react'

import { languageNameOf, languageTagOf, usualLanguages } from '#app/(newsroom)/language-names'

import { SavedText } from './text-field-saved'
import type { FieldsHandle } from './use-fields'

type Props = { fields: FieldsHandle; edits: boolean /** The paper's language. */; paper: string }

/** What the story is written in, where that is not the paper's language. */
export function LanguageField({ fields, edits, paper }: Props) {
  const id = useId()
  const { language } = fields.values
  return (
    <>
      <SavedText
        name="language"
        label="Language"
        fields={fields}
        readOnly={!edits}
        made={languageTagOf}
        list={id}
        placeholder={languageNameOf(paper)}
        hint={language ? `${languageNameOf(language)}.` : 'The paper’s where empty. Its name, or a tag like cy.'}
      />
      <datalist id={id}>
        {usualLanguages.map((tag) => (
          <option key={tag} value={tag} label={languageNameOf(tag)} />
        ))}
      </datalist>
    </>
  )
}
