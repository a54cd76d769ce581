import { socialSides } from '#lib/media/store/social-job'
import { messagesIn } from '#lib/messages/find'

import type { Paper } from '../queries/paper'
import type { Story } from '../queries/story'
import { socialOf } from '../social'
import { imageWords } from './images'

type Feed = { path: string; title: string }
type Page = {
  title: string
  description: string
  path: string
  index?: boolean /** Its own, besides the paper's. */
  feed?: Feed
}

/** Titles, canonical address and Open Graph of a page that is not a story. A shape that Next's Metadata accepts. */
export function pageTags(paper: Paper, { title, description, path, index = true, feed }: Page) {
  const url = `${paper.url}${path}`
  return {
    title: windowTitle(paper, title),
    description,
    ...(index ? { alternates: alternates(paper, url, feed) } : { robots: { index: false, follow: true } }),
    openGraph: {
      type: 'website' as const,
      siteName: paper.name,
      title: title || paper.name,
      description,
      url,
      locale: locale(paper),
    },
  }
}

/** Search engines show about 70 characters: the paper's name makes way for a long title. */
function windowTitle(paper: Paper, title: string): string {
  const full = title ? `${title} | ${paper.name}` : paper.name
  return full.length > 70 && title ? title : full
}

/** A story's: its own titles for search engines where an editor wrote them, and the address that agency copy came from. */
export function storyTags(paper: Paper, story: Story) {
  const url = `${paper.url}${story.path}`
  const title = story.searchTitle || story.headline
  const description = story.searchDescription || story.standfirst
  return {
    title: windowTitle(paper, title),
    ...(description ? { description } : {}),
    alternates: { ...alternates(paper, story.canonicalUrl || url), ...languages(paper, story) },
    // Without it search engines show a picture no larger than a thumb.
    robots: { 'max-image-preview': 'large' as const },
    authors: story.authors.map((author) => ({ name: author.name, url: `${paper.url}/bylines/${author.slug}` })),
    openGraph: {
      type: 'article' as const,
      siteName: paper.name,
      title: story.headline,
      // Under the headline, where others show the story: that it was paid for comes first.
      description: [paidBy(paper, story), story.standfirst || description].filter(Boolean).join(' '),
      url,
      locale: (story.language || paper.language).replace('-', '_'),
      publishedTime: story.publishedAt.toISOString(),
      modifiedTime: story.updatedAt.toISOString(),
      section: story.section.name,
      authors: story.authors.map((author) => `${paper.url}/bylines/${author.slug}`),
      tags: story.topics.map((topic) => topic.name),
      images: [socialImage(paper, story)],
    },
    twitter: { card: 'summary_large_image' as const },
  }
}

/** Its addresses in all languages, its own among them; none of a copy, whose original is elsewhere. */
const languages = (paper: Paper, { canonicalUrl, translations, path, language }: Story) =>
  translations.length && !canonicalUrl
    ? {
        languages: Object.fromEntries(
          [{ path, language: language || paper.language }, ...translations].map((one) => [
            one.language,
            paper.url + one.path,
          ]),
        ),
      }
    : {}

const paidBy = (paper: Paper, { sponsor }: Story) => sponsor && `${messagesIn(paper.language).paidBy(sponsor)}.`

function socialImage(paper: Paper, story: Story) {
  const social = socialOf(paper, story)
  const alt = ('cut' in social && story.picture && imageWords(story.picture)) || story.headline
  return { url: paper.url + social.path, ...socialSides, alt, type: 'image/jpeg' }
}

function alternates(paper: Paper, canonical: string, feed?: Feed) {
  const feeds = [...(feed ? [feed] : []), { path: '/feed.xml', title: paper.name }]
  return {
    canonical,
    types: { 'application/rss+xml': feeds.map(({ path, title }) => ({ url: `${paper.url}${path}`, title })) },
  }
}

const locale = (paper: Paper) => paper.language.replace('-', '_')
