'use client'

import { useId, useState } from 'react'

import type { Paper } from '#app/(newsroom)/desk/stories/[id]/props'
import { languageNameOf, languageTagOf, usualLanguages } from '#app/(newsroom)/language-names'
import { longest } from '#lib/page/content'
import { TextField } from '#lib/ui/field'

import type { PageHandle } from './screen'

/** Beside the text: where the page stands, what it is written in, and what is to be mended before readers get it. */
export function FieldsPart({ page, paper }: { page: PageHandle; paper: Paper }) {
  const { content, now, set, save } = page
  const id = useId()
  const [language, setLanguage] = useState(content.language)
  // What is wrong is told by the server, of what it has.
  const wrong = (field: string) =>
    save === 'saved' ? now.problems.find((problem) => problem.field === field)?.message : undefined
  const moves = now.live && now.live.path !== `/${content.slug}`
  return (
    <aside
      aria-label="About this page"
      className="grid w-[320px] flex-none content-start gap-4 overflow-y-auto border-s border-line bg-canvas p-4 max-wide:w-full max-wide:border-s-0 max-wide:border-t"
    >
      <TextField
        label="Address"
        value={content.slug}
        maxLength={longest.slug}
        spellCheck={false}
        autoComplete="off"
        error={wrong('slug')}
        hint={
          moves
            ? `Readers find it at ${now.live?.path}; once this is published, that leads on to /${content.slug}.`
            : `Readers find it at /${content.slug}.`
        }
        onChange={({ target }) => set({ slug: target.value.trim().toLowerCase() })}
      />
      <TextField
        label="Language"
        list={id}
        value={language}
        maxLength={longest.language}
        autoComplete="off"
        placeholder={languageNameOf(paper.language)}
        error={wrong('language')}
        hint={
          content.language
            ? `${languageNameOf(content.language)}.`
            : 'The paper’s where empty. Its name, or a tag like cy.'
        }
        onChange={({ target }) => setLanguage(target.value)}
        onBlur={() => {
          const tag = languageTagOf(language)
          setLanguage(tag)
          set({ language: tag })
        }}
      />
      <datalist id={id}>
        {usualLanguages.map((tag) => (
          <option key={tag} value={tag} label={languageNameOf(tag)} />
        ))}
      </datalist>
      <p className="text-label text-quiet">
        It stands in no menu by itself. Menus are made under{' '}
        <a href="/desk/menus" className="underline">
          Menus
        </a>
        .
      </p>
    </aside>
  )
}
