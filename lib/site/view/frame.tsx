import type { ReactNode } from 'react'

import type { Messages } from '#lib/messages/find'

import type { MenuColumn, MenuLink, Menus } from '../menu/resolve'
import type { LibraryItem } from '../queries/media'
import type { Paper } from '../queries/paper'
import type { Theme } from '../theme/content'
import { isoDay, longDate } from '../time'
import { Breaking } from './breaking'
import { colourOf } from './colour'
import { Comforts } from './comforts'
import { Masthead } from './masthead'

export type FrameProps = {
  paper: Paper
  theme: Theme
  /** Pictures of the masthead, by id, as far as readers have them. */
  logos: ReadonlyMap<string, LibraryItem>
  menus: Menus
  bar: { text: string; href: string } | undefined
  t: Messages
  now: Date
  /** What the menus mark: `home`, the id of a section or of a page of the paper's own, or nothing. */
  current?: string
  children: ReactNode
}

/** What stands around every page: the name of the paper, its menus, and its foot. */
export function Frame({ paper, theme, logos, menus, bar, t, now, current, children }: FrameProps) {
  const clock = { zone: paper.zone, language: paper.language }
  const home = current === 'home'
  const [main, top] = [linksOf(menus.main), linksOf(menus.top)]
  return (
    <>
      <a className="skip" href="#main">
        {t.skip}
      </a>
      {bar && <Breaking bar={bar} t={t} />}
      <header>
        <div className="wrap">
          <div className="dateline">
            <time dateTime={isoDay(now, clock)}>{longDate(now, clock)}</time>
            <ul>
              {top.map((link) => (
                <li key={link.id}>
                  <MenuAnchor link={link} current={current} />
                </li>
              ))}
              <li className="phone">
                <a href="/search">{t.search}</a>
              </li>
            </ul>
          </div>
        </div>
        <Masthead paper={paper} theme={theme} logos={logos} home={home} />
        <nav className="bar" aria-label={t.sections}>
          <div className="wrap">
            <ul className="sections">
              <li>
                <a href="/" aria-current={home ? 'page' : undefined}>
                  {t.home}
                </a>
              </li>
              {main.map((link) => (
                <li key={link.id} className={link.section && colourOf(link.section)}>
                  <MenuAnchor link={link} current={current} />
                </li>
              ))}
              {/* On a phone the line above has no room for them. */}
              {top.map((link) => (
                <li key={link.id} className="phone">
                  <MenuAnchor link={link} current={current} />
                </li>
              ))}
              <li className="end">
                <a href="/search">{t.search}</a>
              </li>
            </ul>
          </div>
        </nav>
      </header>
      {children}
      <Foot paper={paper} about={theme.footer || t.motto} columns={menus.footer} current={current} t={t} />
    </>
  )
}

const linksOf = (columns: readonly MenuColumn[]) => columns.flatMap(({ links }) => links)

/** A section is marked on its stories, too; a page of the paper's own is where one is. */
const MenuAnchor = ({ link, current }: { link: MenuLink; current?: string }) => (
  <a href={link.href} aria-current={link.of && link.of === current ? (link.section ? 'true' : 'page') : undefined}>
    {link.name}
  </a>
)

type FootProps = Pick<FrameProps, 'paper' | 'current' | 't'> & { about: string; columns: MenuColumn[] }

function Foot({ paper, about, columns, current, t }: FootProps) {
  const widths = footWidths(columns.length)
  return (
    <footer className="foot">
      <div className="wrap cols">
        <div className={`${widths.about} full`}>
          <p className="head">{paper.name}</p>
          <p>{about}</p>
        </div>
        {columns.map(({ id, title, links }, i) => (
          <div key={id} className={`links ${i === 0 ? widths.first : 'n2'}`}>
            {title && <h2>{title}</h2>}
            <ul>
              {links.map((link) => (
                <li key={link.id}>
                  <MenuAnchor link={link} current={current} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      <Comforts t={t} />
    </footer>
  )
}

/** Of twelve columns of the page; more than four of the menu stand below what is said of the paper. */
function footWidths(count: number) {
  if (count <= 3) return { about: 'n5', first: 'n3' }
  return { about: count === 4 ? 'n4' : 'n12', first: 'n2' }
}
