import Form from 'next/form'

import { actWords, subjectKinds } from '#lib/audit/words'
import { buttonClass } from '#lib/ui/button'
import { NarrowDay, NarrowSelect } from '#lib/ui/narrow'
import { options } from '#lib/ui/options'

import type { Here } from './asked'

/** Who, what and when: sent at once where one chooses, by a button for days and without JavaScript. */
export const Narrow = ({ here, people }: { here: Here; people: { id: string; name: string }[] }) => (
  <Form
    action="/admin/audit"
    aria-label="Narrow the audit"
    className="flex flex-none flex-wrap items-center gap-2 border-b border-line px-4 py-2 max-phone:flex-nowrap max-phone:overflow-x-auto"
  >
    {here.q && <input type="hidden" name="q" value={here.q} />}
    <NarrowSelect label="Who" name="who" value={here.who}>
      {options(Object.fromEntries(people.map(({ id, name }) => [id, name])))}
      <option value="operator">The command line</option>
      <option value="nobody">Stet itself</option>
    </NarrowSelect>
    <NarrowSelect label="Act" name="act" value={here.act}>
      {options(actWords)}
    </NarrowSelect>
    <NarrowSelect label="About" name="kind" value={here.kind}>
      {options(subjectKinds)}
    </NarrowSelect>
    <NarrowDay label="From" name="from" value={here.from} />
    <NarrowDay label="to" name="to" value={here.to} />
    <button type="submit" className={buttonClass('plain', true)}>
      Show
    </button>
  </Form>
)
