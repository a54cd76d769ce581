import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'

import { Frame } from '#app/(newsroom)/frame'
import { StateMark } from '#app/(newsroom)/state-mark'
import { mayEditPaper } from '#lib/auth/permissions'
import { needActor } from '#lib/auth/session'
import { menuNames } from '#lib/menu/names'
import { type ListedMenu, listMenus } from '#lib/menu/queries'
import { findSettings } from '#lib/settings/queries'
import { whenIn } from '#lib/settings/time'

import { menuAddress } from './address'

export const metadata: Metadata = { title: 'Menus' }

const cell = 'px-4 py-1.5 text-start align-middle max-phone:block max-phone:py-0.5'

export default async function MenusPage() {
  const actor = await needActor()
  if (!mayEditPaper(actor)) notFound()
  const [menus, { timezone }] = await Promise.all([listMenus(actor), findSettings()])
  return (
    <Frame at="menus" title="Menus" note="What every page of the paper leads to">
      <div className="min-h-0 flex-1 overflow-y-auto">
        <table className="w-full border-collapse">
          <thead className="text-label text-quiet max-phone:sr-only">
            <tr className="border-b border-line">
              {['Menu', 'Its draft', 'Readers see', 'Edited'].map((name) => (
                <th key={name} scope="col" className={`${cell} font-normal`}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {menus.map((menu) => (
              <Row key={menu.id} menu={menu} timezone={timezone} now={new Date()} />
            ))}
          </tbody>
        </table>
      </div>
    </Frame>
  )
}

function Row({ menu, timezone, now }: { menu: ListedMenu; timezone: string; now: Date }) {
  const { id, live, waiting, edited } = menu
  return (
    <tr className="border-b border-line hover:bg-sunk phone:h-[34px] max-phone:block max-phone:py-2">
      <th scope="row" className={`${cell} font-medium`}>
        <Link href={menuAddress(id)} prefetch={false} className="hover:underline">
          {menuNames[id].name}
        </Link>{' '}
        <span className="ms-2 font-normal text-quiet max-phone:block max-phone:ms-0">{menuNames[id].where}</span>
      </th>
      <td className={cell}>
        {waiting ? (
          <StateMark state={live ? 'changes' : 'draft'}>{live ? 'Changes wait' : 'Not published'}</StateMark>
        ) : (
          <StateMark state="as-live">{live ? 'As live' : 'As by rule'}</StateMark>
        )}
      </td>
      <td className={cell}>
        {live ? (
          <StateMark state="live">Live since {whenIn(live.at, timezone, now)}</StateMark>
        ) : (
          <span className="text-quiet">What the rule makes</span>
        )}
      </td>
      <td className={`${cell} text-quiet`}>
        {edited && `${whenIn(edited.at, timezone, now)}${edited.by ? ` by ${edited.by}` : ''}`}
      </td>
    </tr>
  )
}
