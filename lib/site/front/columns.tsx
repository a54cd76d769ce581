import type { ReactNode } from 'react'

import type { Messages } from '#lib/messages/find'

import { StoryCard } from '../view/card'
import { columnSpot } from '../view/spots'
import type { Part, Place } from './filling'
import type { Column, Slot } from './measure'

/** A part of the front between rules. @param className of its box: which rule it begins with */
export const Box = ({ className, children }: { className: string; children: ReactNode }) => (
  <div className="wrap">
    <div className={className}>{children}</div>
  </div>
)

/** @param id of the container: two of one section may stand on a front */
export function Title({ id, place, t }: { id: string; place: Place; t: Messages }) {
  return (
    <div className="title-row">
      <h2 id={`in-${id}`}>{place.path ? <a href={place.path}>{place.title}</a> : place.title}</h2>
      {place.path && (
        <a className="more" href={place.path}>
          {t.allOf(place.title)}
        </a>
      )}
    </div>
  )
}

export function Columns({ columns, t, bare }: { columns: Column[]; t: Messages; bare?: boolean }) {
  return (
    <div className="cols ruled">
      {columns.map(({ span, slots, pair = [] }, i) => (
        <div key={i} className={span > 4 ? `n${span} full` : `n${span}`}>
          <Slots slots={slots} span={span} t={t} bare={bare} />
          {pair.length > 0 && (
            <div className="subs ruled two">
              {pair.map((card) => (
                <StoryCard key={card.id} card={card} t={t} />
              ))}
            </div>
          )}
        </div>
      ))}
    </div>
  )
}

type SlotsProps = { slots: Slot[]; span: number; t: Messages; bare?: boolean }

/** @param bare the smallest headlines stand without a kicker, as the title says what they are about */
export const Slots = ({ slots, span, t, bare }: SlotsProps) =>
  slots.map(({ card, size, stand, by, picture }) => (
    <StoryCard
      key={card.id}
      card={card}
      t={t}
      size={size}
      stand={stand}
      by={by}
      over={bare && size === 'xs' && !card.kicker ? 'none' : 'topic'}
      spot={picture ? { ...columnSpot(span, span < 5), large: span > 4 } : undefined}
    />
  ))

/**
 * Columns with each picture in one of them, what they show in the order in which it is read, and what of it with its
 * picture.
 */
export function told(given: Column[]): Pick<Part, 'cards' | 'pictured'> & { columns: Column[] } {
  const seen = new Set<string>()
  const columns = given.map((column) => ({
    ...column,
    slots: column.slots.map((slot) => {
      const picture = slot.picture && slot.card.picture?.item.id
      if (!picture || !seen.has(picture)) {
        if (picture) seen.add(picture)
        return slot
      }
      return { ...slot, card: { ...slot.card, picture: undefined } }
    }),
  }))
  return {
    columns,
    cards: columns.flatMap(({ slots, pair = [] }) => [...slots.map(({ card }) => card), ...pair]),
    pictured: columns.flatMap(({ slots }) =>
      slots.flatMap(({ card, picture }) => (picture && card.picture ? card : [])),
    ),
  }
}
