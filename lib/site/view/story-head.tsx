import type { Shape } from '#lib/media/store/crop'
import { headPlace, headShape } from '#lib/media/store/head'
import type { Messages } from '#lib/messages/find'

import { cutOf } from '../cut'
import type { Layout } from '../presentation'
import type { Shown } from '../queries/media'
import type { Story } from '../queries/story'
import { Caption } from './caption'
import { Face } from './face'
import { Paid } from './labels'
import { Picture } from './picture'
import { PartLine } from './series'
import { languageName, spoken } from './spoken'
import { featureSpot, headSpots } from './spots'

type Props = { story: Story; layout: Layout; base?: string; t: Messages /** Of the paper. */; language: string }

/** Headline and standfirst under what the story is about; of opinion, whose it is. */
export function StoryHead({ story, layout, base, t, language }: Props) {
  const [author] = story.authors
  const voice = layout === 'opinion' && author
  const own = story.language ? spoken(language) : {}
  return (
    <header>
      <div {...own}>
        <Paid story={story} t={t} />
        <p className="kicker">
          {voice ? (
            <a href={`/bylines/${author.slug}`}>{author.name}</a>
          ) : (
            <a href={`/${story.section.slug}`}>{story.section.name}</a>
          )}
          <About story={story} voice={Boolean(voice)} t={t} />
        </p>
      </div>
      <h1>{story.headline}</h1>
      {story.standfirst && <p className="stand">{story.standfirst}</p>}
      <Languages story={story} t={t} language={language} />
      {voice && <Face of={author} rem={9} base={base} />}
    </header>
  )
}

/** The same story in other languages, each by the name that its readers know. */
const Languages = ({ story, t, language }: Pick<Props, 'story' | 't' | 'language'>) =>
  story.translations.length > 0 && (
    <p className="languages underlined" {...(story.language ? spoken(language) : {})}>
      {t.readIn}{' '}
      {story.translations.map((one, i) => (
        <span key={one.id}>
          {i > 0 && ' · '}
          <a href={one.path} hrefLang={one.language} {...spoken(one.language)}>
            {languageName(one.language)}
          </a>
        </span>
      ))}
    </p>
  )

/** Behind the section, or the author of an opinion: its kicker, else its topic; and what it is a part of. */
function About({
  story: { kicker, section, topics, series },
  voice,
  t,
}: {
  story: Story
  voice: boolean
  t: Messages
}) {
  const [topic] = topics
  const place = voice && <a href={`/${section.slug}`}>{section.name}</a>
  const about = kicker || (!series && topic && <a href={`/topics/${topic.slug}`}>{topic.name}</a>)
  const part = series && <PartLine part={series} t={t} />
  return [place, about, part].flatMap((part, i) =>
    part
      ? [
          <span key={i}>
            {' / '}
            {part}
          </span>,
        ]
      : [],
  )
}

const headClass = { page: 'main', beyond: 'main beyond', column: 'main within' }

/** All of it within bounds, as wide as its shape and the layout allow. */
export function MainPicture({ shown, layout, t, base }: { shown: Shown; layout: Layout; t: Messages; base?: string }) {
  const { shape, place } = standsAs(shown, layout)
  const spot = layout === 'feature' && place === 'page' ? featureSpot : headSpots[place]
  return (
    <figure className={headClass[place]}>
      <Picture shown={shown} shape={shape} {...spot} first base={base} />
      <Caption shown={shown} t={t} />
    </figure>
  )
}

/** A feature's picture spans the page whenever it is no upright one; a brief's keeps to the column. */
function standsAs(shown: Shown, layout: Layout): { shape: Shape | 'whole'; place: keyof typeof headClass } {
  const shape = headShape(cutOf(shown, 'whole'))
  const place = headPlace(cutOf(shown, shape))
  if (layout === 'brief') return { shape, place: 'column' }
  return layout === 'feature' && place === 'beyond' ? { shape: '16:9', place: 'page' } : { shape, place }
}
