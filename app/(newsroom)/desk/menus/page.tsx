import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { byRule, ScheduledMark, WorkRow, WorkTable } from '#app/(newsroom)/desk/work-table'
import { Frame } from '#app/(newsroom)/frame'
import { mayEditPaper } from '#lib/auth/permissions'
import { needActor } from '#lib/auth/session'
import { menuNames } from '#lib/menu/names'
import { listMenus } from '#lib/menu/queries'
import { findSettings } from '#lib/settings/queries'

import { menuAddress } from './address'

export const metadata: Metadata = { title: 'Menus' }

export default async function MenusPage() {
  const actor = await needActor()
  if (!mayEditPaper(actor)) notFound()
  const [menus, { timezone }] = await Promise.all([listMenus(actor), findSettings()])
  const now = new Date()
  return (
    <Frame at="menus" title="Menus" note="What every page of the paper leads to">
      <div className="min-h-0 flex-1 overflow-y-auto">
        <WorkTable of="Menu">
          {menus.map(({ id, live, waiting, scheduled, edited }) => (
            <WorkRow
              key={id}
              href={menuAddress(id)}
              name={menuNames[id].name}
              beside={menuNames[id].where}
              otherwise={byRule}
              also={<ScheduledMark at={scheduled} {...{ timezone, now }} />}
              unpublished={['Not published', 'As by rule']}
              {...{ live, waiting, edited, timezone, now }}
            />
          ))}
        </WorkTable>
      </div>
    </Frame>
  )
}
