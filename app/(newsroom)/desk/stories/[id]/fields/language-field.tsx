'use client'

import { useId } from 'react'

import { SavedText } from './text-field-saved'
import type { FieldsHandle } from './use-fields'

/** Offered while one types; any other language can be given by its tag. */
const usual =
  'ar bn bg ca cs cy da de el en-GB en-US es et eu fa fi fr ga gd gl he hi hr hu id is it ja ko lt lv nb nl pl pt-BR pt-PT ro ru sk sl so sq sr sv sw ta th tr uk ur vi zh-Hans zh-Hant'.split(
    ' ',
  )

const names = new Intl.DisplayNames(['en-GB'], { type: 'language', fallback: 'none' })

/** A language by its name, or what was typed as it is. */
function nameOf(tag: string): string {
  try {
    return names.of(tag) ?? tag
  } catch {
    return tag
  }
}

/** What is typed, as a tag in its usual spelling: by name, or by the tag itself. */
function tagOf(typed: string): string {
  const said = typed.trim()
  const named = usual.find((tag) => nameOf(tag).toLowerCase() === said.toLowerCase())
  try {
    return named ?? Intl.getCanonicalLocales(said)[0] ?? said
  } catch {
    return said
  }
}

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
        made={tagOf}
        list={id}
        placeholder={nameOf(paper)}
        hint={language ? `${nameOf(language)}.` : 'The paper’s where empty. Its name, or a tag like cy.'}
      />
      <datalist id={id}>
        {usual.map((tag) => (
          <option key={tag} value={tag} label={nameOf(tag)} />
        ))}
      </datalist>
    </>
  )
}
