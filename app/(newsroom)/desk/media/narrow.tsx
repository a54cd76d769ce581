import Form from 'next/form'

import { kindWords } from '#lib/media/kinds'
import { rightsWords } from '#lib/media/rights'
import { buttonClass } from '#lib/ui/button'
import { NarrowDay, NarrowSelect } from '#lib/ui/narrow'
import { options } from '#lib/ui/options'

import type { Here } from './address'

/**
 * Kind, rights, who and when: sent at once where one chooses, by a button for days and without JavaScript.
 * @param people who has put something there; none where one sees one's own only
 */
export const Narrow = ({ here, people }: { here: Here; people: { id: string; name: string }[] }) => (
  <Form action="/desk/media" aria-label="Narrow the library" className="contents">
    {here.q && <input type="hidden" name="q" value={here.q} />}
    {here.show && <input type="hidden" name="show" value={here.show} />}
    <NarrowSelect label="Kind" name="kind" value={here.kind}>
      {options(kindWords)}
    </NarrowSelect>
    <NarrowSelect label="Rights" name="rights" value={here.rights}>
      {options(rightsWords)}
    </NarrowSelect>
    {people.length > 0 && (
      <NarrowSelect label="By" name="by" value={here.by}>
        {options(Object.fromEntries(people.map(({ id, name }) => [id, name])))}
      </NarrowSelect>
    )}
    <div className="flex flex-none gap-2">
      <NarrowDay label="From" name="from" value={here.from} />
      <NarrowDay label="to" name="to" value={here.to} />
      <button type="submit" className={buttonClass('plain', true)}>
        Show
      </button>
    </div>
  </Form>
)
