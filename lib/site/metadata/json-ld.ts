import type { Note } from '../queries/corrections'
import type { Paper } from '../queries/paper'
import type { Story } from '../queries/story'
import { isNews } from '../view/colour'
import { imageObjects } from './images'
import { madeByMachine } from './machine'

const publisher = (paper: Paper) => ({ '@type': 'NewsMediaOrganization', name: paper.name, url: `${paper.url}/` })

/** schema.org's NewsArticle of a story. */
export function newsArticle(paper: Paper, story: Story) {
  const url = `${paper.url}${story.path}`
  return {
    '@context': 'https://schema.org',
    '@type': typeOf(story),
    '@id': url,
    url,
    mainEntityOfPage: { '@type': 'WebPage', '@id': url },
    headline: story.headline,
    ...(story.standfirst ? { description: story.standfirst } : {}),
    image: imageObjects(paper, story),
    datePublished: story.publishedAt.toISOString(),
    dateModified: story.updatedAt.toISOString(),
    author: story.authors.map((author) => ({
      '@type': 'Person',
      name: author.name,
      url: `${paper.url}/bylines/${author.slug}`,
      ...(author.title ? { jobTitle: author.title } : {}),
    })),
    publisher: publisher(paper),
    ...(story.sponsor ? { sponsor: { '@type': 'Organization', name: story.sponsor } } : {}),
    ...madeByMachine(story.machine, 'text'),
    articleSection: story.section.name,
    ...(story.topics.length ? { keywords: story.topics.map((topic) => topic.name) } : {}),
    ...(story.dateline ? { contentLocation: { '@type': 'Place', name: story.dateline } } : {}),
    ...(story.notes.length ? { correction: story.notes.map(comment) } : {}),
    ...partOfSeries(paper, story),
    wordCount: story.words,
    inLanguage: story.language || paper.language,
    ...translated(paper, story),
    isAccessibleForFree: true,
  }
}

/** Of a translation its original, of an original its translations. */
function translated(paper: Paper, { original, translations }: Story) {
  const works = translations.map(({ id, path, language }) => ({
    id,
    work: { '@type': 'NewsArticle', '@id': paper.url + path, inLanguage: language },
  }))
  const from = works.find(({ id }) => id === original)
  if (from) return { translationOfWork: from.work }
  return original || !works.length ? {} : { workTranslation: works.map(({ work }) => work) }
}

const partOfSeries = (paper: Paper, { series: part }: Story) =>
  part && {
    isPartOf: { '@type': 'CreativeWorkSeries', name: part.series.name, url: `${paper.url}/series/${part.series.slug}` },
    position: part.number,
  }

const comment = ({ note, at }: Note) => ({ '@type': 'CorrectionComment', text: note, datePublished: at.toISOString() })

/** Paid for is no news, whatever it looks like. */
const typeOf = (story: Story) =>
  story.sponsor ? 'AdvertiserContentArticle' : isNews(story) ? 'NewsArticle' : 'OpinionNewsArticle'

/** Where a page stands: from the home page down. @param trail names and paths, the page itself last */
export function breadcrumbs(paper: Paper, trail: [string, string][]) {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(([name, path], i) => ({
      '@type': 'ListItem',
      position: i + 1,
      name,
      item: `${paper.url}${path}`,
    })),
  }
}

/** The paper itself, for the home page. */
export const website = (paper: Paper) => ({
  '@context': 'https://schema.org',
  '@type': 'WebSite',
  name: paper.name,
  url: `${paper.url}/`,
  inLanguage: paper.language,
  publisher: publisher(paper),
})

/** JSON that no text can break out of, inside a script element or before an old parser. */
export const scriptJson = (value: unknown) =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
