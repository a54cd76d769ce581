import {
  FileText,
  Flag,
  House,
  Images,
  Layers,
  List,
  LogOut,
  Menu as MenuGlyph,
  Newspaper,
  Palette,
  PanelsTopLeft,
  ScrollText,
  Settings,
  Siren,
  Tag,
  UserRound,
  Users,
} from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'

import type { Actor } from '#lib/auth/actor'
import { mayBreak, mayEditPaper, mayEditTopics } from '#lib/auth/permissions'
import { needActor } from '#lib/auth/session'
import { countUnread } from '#lib/notification/queries'
import { countOpenReports } from '#lib/report/queries'
import { findSettings } from '#lib/settings/queries'
import { type Glyph, Icon } from '#lib/ui/icon'

import { Bell } from './bell'
import { NewsroomClock } from './clock'
import { ClockHeld } from './clock-held'
import { SignOutButton } from './sign-out-button'
import { Unsent } from './unsent'

type Place = { at: string; href: string; name: string; glyph: Glyph }

/** `may`: who makes it; everybody else is not told of it. */
type Entry = Place & { may?: (actor: Actor) => boolean }

const desk: Entry[] = [
  { at: 'mine', href: '/desk', name: 'My desk', glyph: House },
  { at: 'stories', href: '/desk/stories', name: 'Stories', glyph: List },
  { at: 'fronts', href: '/desk/fronts', name: 'Fronts', glyph: PanelsTopLeft, may: mayEditTopics },
  { at: 'series', href: '/desk/series', name: 'Series', glyph: Layers, may: mayEditTopics },
  { at: 'pages', href: '/desk/pages', name: 'Pages', glyph: FileText, may: mayEditPaper },
  { at: 'menus', href: '/desk/menus', name: 'Menus', glyph: MenuGlyph, may: mayEditPaper },
  { at: 'breaking', href: '/desk/breaking', name: 'Breaking', glyph: Siren, may: mayBreak },
  { at: 'media', href: '/desk/media', name: 'Library', glyph: Images },
  { at: 'topics', href: '/desk/topics', name: 'Topics', glyph: Tag },
  { at: 'reports', href: '/desk/reports', name: 'Reports', glyph: Flag, may: mayEditTopics },
]
const admin: Place[] = [
  { at: 'people', href: '/admin/people', name: 'People', glyph: Users },
  { at: 'sections', href: '/admin/sections', name: 'Sections', glyph: Newspaper },
  { at: 'look', href: '/admin/look', name: 'Look', glyph: Palette },
  { at: 'audit', href: '/admin/audit', name: 'Audit', glyph: ScrollText },
  { at: 'settings', href: '/admin/settings', name: 'Settings', glyph: Settings },
]
const account: Place = { at: 'account', href: '/account', name: 'Account', glyph: UserRound }

/**
 * The frame of every screen but the edit screen: navigation, top bar, and a status line for the screen's keys.
 * @param at which entry of the navigation is current; '' on the screen of what this device keeps
 */
export async function Frame(props: {
  at: string
  title: string
  note?: ReactNode
  acts?: ReactNode
  foot?: ReactNode
  children: ReactNode
}) {
  const actor = await needActor()
  const [paper, unread, reports] = await Promise.all([findSettings(), countUnread(actor), countOpenReports(actor)])
  return (
    <div className="phone:grid phone:h-dvh phone:grid-cols-[212px_minmax(0,1fr)] max-phone:pb-16">
      <meta name="stet-person" content={actor.id} />
      <a href="#main" className="sr-only focus:not-sr-only focus:fixed focus:z-10 focus:bg-raised focus:p-2">
        Skip to the content
      </a>
      <Navigation at={props.at} actor={actor} paper={paper} counts={{ reports }} />
      <main
        id="main"
        tabIndex={-1}
        className="flex min-h-0 min-w-0 flex-col bg-surface outline-none max-phone:min-h-dvh"
      >
        <header className="flex min-h-12 flex-none flex-wrap items-center gap-2 border-b border-line px-4 py-1">
          <h1 className="text-title font-semibold">{props.title}</h1>
          {props.note && <span className="text-quiet max-phone:hidden">{props.note}</span>}
          <div className="ms-auto flex items-center gap-2">
            {props.acts}
            <Bell unread={unread} />
          </div>
        </header>
        <ClockHeld actor={actor} timezone={paper.timezone} />
        <Unsent person={actor.id} listed={props.at === ''} />
        {props.children}
        {props.foot && (
          <footer className="flex h-[30px] flex-none items-center gap-4 border-t border-line px-4 text-label text-quiet max-phone:hidden">
            {props.foot}
          </footer>
        )}
      </main>
    </div>
  )
}

type NavigationProps = {
  at: string
  actor: Actor
  paper: { name: string; timezone: string }
  /** What waits behind entries of the navigation, by their `at`. */
  counts: Record<string, number>
}

function Navigation({ at, actor, paper, counts }: NavigationProps) {
  const places = desk.filter(({ may }) => !may || may(actor))
  return (
    <>
      <nav
        aria-label="Desk"
        className="flex min-h-0 flex-col gap-px overflow-y-auto border-e border-line px-2 py-2.5 max-phone:hidden"
      >
        <p className="flex items-center gap-2.5 px-2 pt-1 pb-3.5">
          <span className="dots-accent font-head text-[21px]/none font-semibold">Stet</span>
          <a href="/" className="truncate text-label text-quiet hover:text-text hover:underline">
            {paper.name}
          </a>
        </p>
        {places.map((place) => (
          <NavLink key={place.at} place={place} at={at} count={counts[place.at]} />
        ))}
        {actor.role === 'admin' && <h2 className="px-2 pt-3.5 pb-1 text-label text-quiet">Admin</h2>}
        {actor.role === 'admin' && admin.map((place) => <NavLink key={place.at} place={place} at={at} />)}
        <div className="mt-auto border-t border-line pt-2.5">
          <NewsroomClock timezone={paper.timezone} now={Date.now()} />
          <NavLink place={{ ...account, name: actor.name }} at={at} />
          <SignOutButton
            person={actor.id}
            className="flex h-7 w-full items-center gap-2 rounded-control px-2 text-muted hover:bg-sunk"
          >
            <Icon of={LogOut} />
            Sign out
          </SignOutButton>
        </div>
      </nav>
      <nav
        aria-label="Desk"
        className="fixed inset-x-0 bottom-0 z-3 grid auto-cols-[minmax(54px,1fr)] grid-flow-col overflow-x-auto border-t border-line bg-raised phone:hidden"
      >
        {[...places, ...(actor.role === 'admin' ? admin : []), account].map((place) => (
          <Link
            key={place.at}
            href={place.href}
            aria-current={place.at === at ? 'page' : undefined}
            className="grid justify-items-center gap-px pt-1.5 pb-2 text-[11px]/[14px] text-muted aria-[current]:font-semibold aria-[current]:text-accent"
          >
            <Icon of={place.glyph} size={20} />
            <span className="whitespace-nowrap">
              {place.name} <Count of={counts[place.at]} />
            </span>
          </Link>
        ))}
      </nav>
    </>
  )
}

function NavLink({ place, at, count }: { place: Place; at: string; count?: number }) {
  return (
    <Link
      href={place.href}
      aria-current={place.at === at ? 'page' : undefined}
      className="flex h-7 items-center gap-2 rounded-control px-2 text-muted hover:bg-sunk aria-[current]:bg-sunk aria-[current]:font-semibold aria-[current]:text-text"
    >
      <Icon of={place.glyph} />
      <span className="truncate">{place.name}</span>
      <Count of={count} />
    </Link>
  )
}

/** How much waits; nothing where nothing does. */
const Count = ({ of }: { of?: number }) =>
  of ? (
    <b className="ms-auto text-label font-semibold text-accent max-phone:ms-0">
      {of} <span className="sr-only">open</span>
    </b>
  ) : null
