import type { ReactNode } from 'react'

import type { Messages } from '#lib/messages/find'

import type { LibraryItem } from '../queries/media'
import type { Paper, Section } from '../queries/paper'
import type { Theme } from '../theme/content'
import { isoDay, longDate } from '../time'
import { colourOf } from './colour'
import { Masthead } from './masthead'

export type FrameProps = {
  paper: Paper
  theme: Theme
  /** Pictures of the masthead, by id, as far as readers have them. */
  logos: ReadonlyMap<string, LibraryItem>
  sections: Section[]
  t: Messages
  now: Date
  /** What the menu marks: `home`, a section's id, or nothing. */
  current?: string
  children: ReactNode
}

/** What stands around every page: the name of the paper, its sections, and its foot. */
export function Frame({ paper, theme, logos, sections, t, now, current, children }: FrameProps) {
  const clock = { zone: paper.zone, language: paper.language }
  const home = current === 'home'
  return (
    <>
      <a className="skip" href="#main">
        {t.skip}
      </a>
      <header>
        <div className="wrap">
          <div className="dateline">
            <time dateTime={isoDay(now, clock)}>{longDate(now, clock)}</time>
            <ul>
              <li>
                <a href="/corrections">{t.corrected}</a>
              </li>
              <li>
                <a href="/topics">{t.allTopics}</a>
              </li>
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
              {sections.map((section) => (
                <li key={section.id} className={colourOf(section)}>
                  <a href={`/${section.slug}`} aria-current={section.id === current ? 'true' : undefined}>
                    {section.name}
                  </a>
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
      <Foot paper={paper} about={theme.footer || t.motto} sections={sections} t={t} />
    </>
  )
}

function Foot({ paper, about, sections, t }: Pick<FrameProps, 'paper' | 'sections' | 't'> & { about: string }) {
  return (
    <footer className="foot">
      <div className="wrap cols">
        <div className="n5 full">
          <p className="head">{paper.name}</p>
          <p>{about}</p>
        </div>
        {sections.length > 0 && (
          <Links
            wide
            title={t.sections}
            links={sections.map((section) => [section.name, `/${section.slug}`] as const)}
          />
        )}
        <Links
          title={t.paper}
          links={[
            [t.home, '/'],
            [t.topics, '/topics'],
            [t.archive.title, '/archive'],
            [t.corrected, '/corrections'],
            [t.search, '/search'],
          ]}
        />
        <Links
          title={t.feeds}
          links={[
            [t.rss, '/feed.xml'],
            [t.sitemap, '/sitemap.xml'],
          ]}
        />
      </div>
    </footer>
  )
}

function Links({ title, links, wide }: { title: string; links: (readonly [string, string])[]; wide?: boolean }) {
  return (
    <div className={wide ? 'links n3' : 'links n2'}>
      <h2>{title}</h2>
      <ul>
        {links.map(([name, href]) => (
          <li key={href}>
            <a href={href}>{name}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
