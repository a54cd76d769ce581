import { Plus } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { Frame } from '#app/(newsroom)/frame'
import { Panel, Part } from '#app/(newsroom)/panel'
import { needAdmin } from '#lib/auth/session'
import { countStories, listSections } from '#lib/section/queries'
import { buttonClass } from '#lib/ui/button'
import { Empty } from '#lib/ui/empty'
import { Icon } from '#lib/ui/icon'
import { Kbd } from '#lib/ui/kbd'
import { AddSectionForm } from './add-section-form'
import { EditSectionForm } from './edit-section-form'
import { RemoveSection } from './remove-section'
import { SectionKeys } from './section-keys'
import { SectionOrder } from './section-order'

export const metadata: Metadata = { title: 'Sections' }

export default async function SectionsPage({ searchParams }: { searchParams: Promise<{ id?: string | string[] }> }) {
  await needAdmin()
  const { id } = await searchParams
  const [sections, stories] = await Promise.all([listSections(), countStories()])
  const rows = sections.map((section) => ({ ...section, stories: stories.get(section.id) ?? 0 }))
  const chosen = rows.find((section) => section.id === id)
  const open = chosen !== undefined || id === 'new'
  return (
    <Frame
      at="sections"
      title="Sections"
      note={`${rows.length} in the paper’s order`}
      acts={
        <Link href="/admin/sections?id=new" className={buttonClass('primary')}>
          <Icon of={Plus} />
          Add a section <Kbd>N</Kbd>
        </Link>
      }
    >
      <SectionKeys />
      <div className="flex min-h-0 flex-1">
        <div className={`min-w-0 flex-1 overflow-y-auto ${open ? 'max-wide:hidden' : ''}`}>
          {rows.length ? (
            <SectionOrder sections={rows} chosen={chosen?.id} />
          ) : (
            <Empty title="The paper has no sections yet.">Every published story stands in one.</Empty>
          )}
        </div>
        {id === 'new' && (
          <Panel title="Add a section" back="/admin/sections" all="All sections">
            <Part>
              <AddSectionForm />
            </Part>
          </Panel>
        )}
        {chosen && (
          <Panel title={chosen.name} back="/admin/sections" all="All sections">
            <Part>
              <EditSectionForm key={chosen.id} section={chosen} />
            </Part>
            <Part>
              <RemoveSection id={chosen.id} name={chosen.name} stories={chosen.stories} />
            </Part>
          </Panel>
        )}
      </div>
    </Frame>
  )
}
