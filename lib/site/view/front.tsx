import type { ReactNode } from 'react'

import type { Messages } from '#lib/messages/find'

import type { Front } from '../front/compose'
import type { Container } from '../front/containers'
import type { Column, Slot } from '../front/measure'
import type { Card } from '../queries/cards'
import { type Clock, clock, isoDay, shortDay } from '../time'
import { Caption } from './caption'
import { Byline, StoryCard } from './card'
import { colourOf, isVoice } from './colour'
import { Picture } from './picture'
import { columnSpot } from './spots'

type FrontProps = { front: Front; t: Messages; on: Clock; now: Date }

/** The home page below the menu: lead and latest, then containers of different shapes. */
export function FrontView({ front, t, on, now }: FrontProps) {
  return (
    <>
      <div className="wrap">
        <div className="cols ruled lead-row">
          <Lead front={front} t={t} />
          {front.latest.length > 0 && <Latest cards={front.latest} t={t} on={on} now={now} />}
        </div>
      </div>
      {front.containers.map((container, i) => (
        <ContainerView key={i} container={container} t={t} />
      ))}
    </>
  )
}

function Lead({ front: { lead, opening, subs, latest }, t }: Pick<FrontProps, 'front' | 't'>) {
  const voice = isVoice(lead.section) ? ' voice' : ''
  return (
    <div className={`lead full ${latest.length ? 'n9' : 'n12'} ${colourOf(lead.section)}${voice}`}>
      <article>
        <p className="kicker">{lead.topics[0]?.name ?? lead.section.name}</p>
        <h2>
          <a href={lead.path}>{lead.headline}</a>
        </h2>
        {lead.standfirst && <p className="stand">{lead.standfirst}</p>}
        <Byline card={lead} t={t} />
        {lead.picture && (
          <figure className="pic">
            <Picture shown={lead.picture} {...columnSpot(latest.length ? 9 : 12, false)} first />
            <Caption shown={lead.picture} t={t} />
          </figure>
        )}
        {opening.length > 0 && (
          <div className="opening">
            {opening.map((paragraph, i) => (
              <p key={i}>{paragraph}</p>
            ))}
          </div>
        )}
      </article>
      {subs.length > 0 && (
        <div className="subs ruled">
          {subs.map((card) => (
            <StoryCard key={card.id} card={card} size="xs" />
          ))}
        </div>
      )}
    </div>
  )
}

/** Times of today, days before that; the newest is marked while it is of today. */
function Latest({ cards, t, on, now }: { cards: Card[] } & Omit<FrontProps, 'front'>) {
  const today = isoDay(now, on)
  const isToday = (card: Card) => isoDay(card.publishedAt, on) === today
  return (
    <aside className="latest n3 full" aria-labelledby="latest">
      <h2 id="latest">{t.latest}</h2>
      <ol>
        {cards.map((card) => (
          <li key={card.id} className={isToday(card) ? 'now' : undefined}>
            <time dateTime={card.publishedAt.toISOString()}>
              {isToday(card) ? clock(card.publishedAt, on) : shortDay(card.publishedAt, on)}
            </time>
            <a href={card.path}>{card.headline}</a>
          </li>
        ))}
      </ol>
    </aside>
  )
}

function ContainerView({ container, t }: { container: Container; t: Messages }) {
  switch (container.kind) {
    case 'plain':
      return (
        <Box className="box thick">
          <Columns columns={container.columns} t={t} />
        </Box>
      )
    case 'trio':
      return (
        <div className="wrap mt-beat">
          <div className="cols ruled pb-4">
            {container.columns.map(({ section, ...column }) => (
              <section
                key={section.id}
                className={`n${column.span} ${colourOf(section)}`}
                aria-labelledby={`in-${section.id}`}
              >
                <h2 id={`in-${section.id}`} className="column-title">
                  <a href={`/${section.slug}`}>{section.name}</a>
                </h2>
                <Slots slots={column.slots} span={column.span} t={t} bare />
              </section>
            ))}
          </div>
        </div>
      )
    case 'section':
      return (
        <section className={`mt-beat ${colourOf(container.section)}`} aria-labelledby={`in-${container.section.id}`}>
          <Box className="box own">
            <Title section={container.section} t={t} />
            <Columns columns={container.columns} t={t} />
          </Box>
        </section>
      )
    case 'opinion':
      return (
        <section className={`band ${colourOf(container.section)}`} aria-labelledby={`in-${container.section.id}`}>
          <Box className="box own">
            <Title section={container.section} t={t} />
            <Columns columns={container.columns} t={t} />
          </Box>
        </section>
      )
  }
}

const Box = ({ className, children }: { className: string; children: ReactNode }) => (
  <div className="wrap">
    <div className={className}>{children}</div>
  </div>
)

function Title({ section, t }: { section: { id: string; slug: string; name: string }; t: Messages }) {
  return (
    <div className="title-row">
      <h2 id={`in-${section.id}`}>
        <a href={`/${section.slug}`}>{section.name}</a>
      </h2>
      <a className="more" href={`/${section.slug}`}>
        {t.allOf(section.name)}
      </a>
    </div>
  )
}

function Columns({ columns, t }: { columns: Column[]; t: Messages }) {
  return (
    <div className="cols ruled">
      {columns.map(({ span, slots, pair = [] }, i) => (
        <div key={i} className={span > 4 ? `n${span} full` : `n${span}`}>
          <Slots slots={slots} span={span} t={t} />
          {pair.length > 0 && (
            <div className="subs ruled two">
              {pair.map((card) => (
                <StoryCard key={card.id} card={card} />
              ))}
            </div>
          )}
        </div>
      ))}
    </div>
  )
}

/** @param bare the smallest headlines stand without a kicker, as the column's title says what they are about */
const Slots = ({ slots, span, t, bare }: { slots: Slot[]; span: number; t: Messages; bare?: boolean }) =>
  slots.map(({ card, size, stand, by, picture }) => (
    <StoryCard
      key={card.id}
      card={card}
      size={size}
      stand={stand}
      by={by ? t : undefined}
      over={bare && size === 'xs' ? 'none' : 'topic'}
      spot={picture ? { ...columnSpot(span, span < 5), large: span > 4 } : undefined}
    />
  ))
