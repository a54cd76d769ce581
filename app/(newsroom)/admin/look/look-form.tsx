'use client'

import { useState } from 'react'

import { Standing, versionOf } from '#app/(newsroom)/conflict'
import { Form } from '#app/(newsroom)/form'
import { same } from '#lib/same'
import { type ColourName, colourNames, faceSets, ownColours, type Theme } from '#lib/site/theme/content'
import { Button } from '#lib/ui/button'
import { Radio, TextArea, TextField } from '#lib/ui/field'
import { Submit } from '#lib/ui/submit'

import { updateThemeAction } from './actions'
import { ColourField } from './colour-field'
import { LogoField } from './logo-field'
import { LookPreview, type Places } from './look-preview'
import { soundColours } from './sound'
import { colourNamesInWords, faceWords } from './words'

type Props = { theme: Theme & { version: number }; places: Places }

const looks = ['light', 'dark'] as const
const sides = ['Start of the masthead', 'End of the masthead'] as const

/** Faces, colours, logo, ears and foot, with what they come to beside them. */
export function LookForm({ theme: { version, ...given }, places }: Props) {
  const [theme, setTheme] = useState<Theme>(given)
  const [saved, setSaved] = useState<Theme>(given)
  const put = (change: Partial<Theme>) => setTheme((before) => ({ ...before, ...change }))
  /** The last that could be read of each, which the preview shows while another is typed. */
  const [sound, setSound] = useState(given.colours)
  const putColours = (colours: Theme['colours']) => {
    put({ colours })
    setSound((before) => soundColours(colours, before))
  }
  const putColour = (name: ColourName, look: 'light' | 'dark', value: string) =>
    putColours({ ...theme.colours, [name]: { ...theme.colours[name], [look]: value } })
  const putEar = (at: 0 | 1, change: Partial<Theme['ears'][0]>) => {
    const ears: Theme['ears'] = [...theme.ears]
    ears[at] = { ...ears[at], ...change }
    put({ ears })
  }
  return (
    <div className="grid items-start gap-6 wide:grid-cols-[minmax(0,480px)_minmax(0,1fr)]">
      <Form
        action={updateThemeAction}
        label="Look"
        className="grid gap-6"
        tellsDone
        changed={!same(theme, saved)}
        onDone={() => setSaved(theme)}
      >
        {(state) => (
          <>
            <Standing<Theme>
              state={state}
              lines={(now) => [
                ['Faces', faceWords[now.faces].name],
                ...colourNames.map((name): [string, string] => [
                  colourNamesInWords[name],
                  `${now.colours[name].light}, ${now.colours[name].dark} in the dark`,
                ]),
                ['Foot', now.footer],
              ]}
            />
            <input type="hidden" name="version" value={versionOf(state, version)} />
            <fieldset className="grid gap-1">
              <legend className="mb-1 text-title font-semibold">Faces</legend>
              {faceSets.map((set) => (
                <Radio
                  key={set}
                  name="faces"
                  value={set}
                  checked={theme.faces === set}
                  onChange={() => put({ faces: set })}
                  label={faceWords[set].name}
                  hint={faceWords[set].note}
                />
              ))}
            </fieldset>
            <fieldset className="grid gap-3">
              <legend className="mb-1 text-title font-semibold">Colours</legend>
              {colourNames.map((name) => (
                <div key={name} className="grid gap-3 phone:grid-cols-2">
                  {looks.map((look) => (
                    <ColourField
                      key={look}
                      label={`${colourNamesInWords[name]}, ${look}`}
                      name={`colours.${name}.${look}`}
                      look={look}
                      value={theme.colours[name][look]}
                      state={state}
                      onChange={(value) => putColour(name, look, value)}
                    />
                  ))}
                </div>
              ))}
              <div>
                <Button small type="button" onClick={() => putColours(ownColours)}>
                  Set all as they were made
                </Button>
              </div>
            </fieldset>
            <fieldset className="grid gap-3">
              <legend className="mb-1 text-title font-semibold">Masthead</legend>
              <div className="grid gap-3 phone:grid-cols-2">
                <LogoField
                  label="Logo"
                  name="logo"
                  value={theme.logo}
                  error={state?.fields?.logo}
                  onChange={(logo) => put({ logo })}
                />
                <LogoField
                  label="Logo in the dark"
                  name="logoDark"
                  value={theme.logoDark}
                  error={state?.fields?.logoDark}
                  onChange={(logoDark) => put({ logoDark })}
                />
              </div>
              {([0, 1] as const).map((at) => (
                <div key={at} className="grid gap-3 phone:grid-cols-2">
                  <TextField
                    label={`${sides[at]}, bold`}
                    name={`ears.${at}.title`}
                    value={theme.ears[at].title}
                    onChange={(event) => putEar(at, { title: event.target.value })}
                    maxLength={40}
                    error={state?.fields?.[`ears.${at}.title`]}
                  />
                  <TextField
                    label={`${sides[at]}, below it`}
                    name={`ears.${at}.text`}
                    value={theme.ears[at].text}
                    onChange={(event) => putEar(at, { text: event.target.value })}
                    maxLength={80}
                    error={state?.fields?.[`ears.${at}.text`]}
                  />
                </div>
              ))}
            </fieldset>
            <TextArea
              label="Foot of every page"
              name="footer"
              value={theme.footer}
              onChange={(event) => put({ footer: event.target.value })}
              maxLength={400}
              hint="What the paper is, whose, and whom to write to."
              error={state?.fields?.footer}
            />
            <div className="flex items-center gap-3">
              <Submit>Save the look</Submit>
              <span role="status" className="text-label text-quiet">
                {same(theme, saved) ? state?.ok && state.message : 'Not saved yet'}
              </span>
            </div>
          </>
        )}
      </Form>
      <div className="sticky top-0 h-[calc(100dvh-140px)] max-wide:static max-wide:h-[80dvh]">
        <LookPreview theme={{ ...theme, colours: sound }} places={places} />
      </div>
    </div>
  )
}
