import type { Paper } from '../queries/paper'
import type { Story } from '../queries/story'

type Page = { title: string; description: string; path: string; index?: boolean }

/** Titles, canonical address and Open Graph of a page that is not a story. A shape that Next's Metadata accepts. */
export function pageTags(paper: Paper, { title, description, path, index = true }: Page) {
  const url = `${paper.url}${path}`
  return {
    title: windowTitle(paper, title),
    description,
    ...(index ? { alternates: alternates(paper, url) } : { robots: { index: false, follow: true } }),
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
    alternates: alternates(paper, story.canonicalUrl || url),
    authors: story.authors.map((author) => ({ name: author.name, url: `${paper.url}/bylines/${author.slug}` })),
    openGraph: {
      type: 'article' as const,
      siteName: paper.name,
      title: story.headline,
      description: story.standfirst || description,
      url,
      locale: locale(paper),
      publishedTime: story.publishedAt.toISOString(),
      modifiedTime: story.updatedAt.toISOString(),
      section: story.section.name,
      authors: story.authors.map((author) => `${paper.url}/bylines/${author.slug}`),
      tags: story.topics.map((topic) => topic.name),
    },
    twitter: { card: 'summary' as const },
  }
}

const alternates = (paper: Paper, canonical: string) => ({
  canonical,
  types: { 'application/rss+xml': [{ url: `${paper.url}/feed.xml`, title: paper.name }] },
})

const locale = (paper: Paper) => paper.language.replace('-', '_')
