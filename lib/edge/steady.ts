const head = /(<head>)(.*?)(<\/head>)/s
const link = /<link [^>]*>/g
const isSheet = (tag: string) => tag.includes(' rel="stylesheet"')

/**
 * A page whose links stand at the end of its head, style sheets first, the rest by the alphabet. React writes those of the
 * paper before or behind the title and what else is said of the page, whichever is known first: the same page would have
 * other bytes, and another tag, in each process and at each render.
 */
export const steady = (html: string): string =>
  html.replace(head, (_, open: string, inside: string, close: string) => {
    const links = inside.match(link) ?? []
    const others = links.filter((tag) => !isSheet(tag)).sort()
    return [open, inside.replace(link, ''), ...links.filter(isSheet), ...others, close].join('')
  })
