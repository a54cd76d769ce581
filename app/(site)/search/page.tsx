import type { Metadata } from 'next'
import type { ListProps } from '#lib/site/list-address'
import { pageTags } from '#lib/site/metadata/tags'
import { listTopics } from '#lib/site/queries/places'
import { hitsPerPage, searchStories } from '#lib/site/queries/search'
import { matchingTopics, readSearch, searchPath } from '#lib/site/search-address'
import { SitePage, settings } from '#lib/site/site-page'
import { comma } from '#lib/site/time'
import { Find } from '#lib/site/view/find'
import { HitList } from '#lib/site/view/hits'
import { Pager } from '#lib/site/view/pager'

type Props = Pick<ListProps<never>, 'searchParams'>

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [{ paper, t }, { words }] = await Promise.all([settings(), searchParams.then(readSearch)])
  const title = words ? `${t.quoted(words)} | ${t.search}` : t.search
  return pageTags(paper, { title, description: t.searchIn(paper.name), path: '/search', index: !words })
}

export default async function SearchPage({ searchParams }: Props) {
  const [{ paper, t, on }, { words, page }, topics] = await Promise.all([
    settings(),
    searchParams.then(readSearch),
    listTopics(),
  ])
  const { hits, total, order } = await searchStories(words, page)
  const matching = matchingTopics(topics, words)
  const last = page * hitsPerPage >= Math.min(total, 1000)
  return (
    <SitePage>
      <div className="wrap pt-beat">
        <h1 className="sr-only">{t.search}</h1>
        <Find t={t} paper={paper.name} words={words} />
        <p className="by">{t.findHint}</p>
        <div className="cols pt-beat">
          <div className="n8 full">
            {words && total > 0 && (
              <p className="result">
                <b>{t.found(total)}</b> {t.foundFor(words)}
                {comma(on.language)} {order === 'best' ? t.bestFirst : t.newestFirst}
              </p>
            )}
            {words && total === 0 && (
              <p className="result none">
                <b>{t.noneFound(words)}</b> {t.fewerWords}
              </p>
            )}
            <HitList hits={hits} words={words} t={t} on={on} />
            {last && total > 1000 && <p className="by">{t.lastHits}</p>}
            <Pager
              label={t.pages}
              back={page > 1 ? [t.previousPage, searchPath(words, page - 1)] : undefined}
              next={last ? undefined : [t.nextPage, searchPath(words, page + 1)]}
            />
          </div>
          {matching.length > 0 && (
            <div className="n4 full">
              <aside className="side" aria-labelledby="topics">
                <h2 id="topics">{t.topicsThatMatch}</h2>
                <ul>
                  {matching.map((topic) => (
                    <li key={topic.id}>
                      <a href={`/topics/${topic.slug}`}>
                        {topic.name} <span className="count">{t.stories(topic.stories)}</span>
                      </a>
                    </li>
                  ))}
                </ul>
              </aside>
            </div>
          )}
        </div>
      </div>
    </SitePage>
  )
}
