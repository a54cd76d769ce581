import type { Paper } from '../queries/paper'

/** What robots may read: all that readers may, but the endless pages of the search. */
export const robots = (paper: Paper) => `User-agent: *
Disallow: /search?
Disallow: /desk
Disallow: /admin
Disallow: /api
Disallow: /preview

Sitemap: ${paper.url}/sitemap.xml
Sitemap: ${paper.url}/news-sitemap.xml
`
