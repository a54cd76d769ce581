import type { Messages } from '#lib/messages/find'

import type { Story } from '../queries/story'
import { Face } from './face'
import { spoken } from './spoken'

type Props = { story: Story; base?: string; t: Messages /** Of the paper. */; language: string }

/** At the end of a story: who wrote it, in their own words; of whom nothing is said but the name, nothing is said twice. */
export const AuthorBoxes = ({ story, base, t, language }: Props) =>
  story.authors
    .filter(({ id }) => story.bios.get(id))
    .map((author) => (
      <aside
        key={author.id}
        className="author"
        aria-label={t.aboutAuthor(author.name)}
        {...(story.language ? spoken(language) : {})}
      >
        <Face of={author} rem={4.25} base={base} />
        <p>
          <b>
            <a href={`/bylines/${author.slug}`}>{author.name}</a>
          </b>
          {author.title && <span>{author.title}</span>}
        </p>
        <p>{story.bios.get(author.id)}</p>
      </aside>
    ))
