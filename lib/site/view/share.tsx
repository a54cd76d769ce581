import type { Messages } from '#lib/messages/find'

import { shareLinks } from '../share-links'

/** Stays with the word before it, so that no line begins with it. */
const apart = '\u00a0· '

type Props = { url: string; headline: string; t: Messages }

/**
 * Ways to pass a story on: plain links, so that nobody is told of a reader before the reader goes there. The last is the
 * story's own address; `public/share.js` copies it, or opens what the device shares with,
 * and `public/save.js` keeps the story for later on this device.
 */
export const Share = ({ url, headline, t }: Props) => (
  <p className="share">
    {shareLinks(url, headline, t).map(([name, href]) => (
      <span key={name}>
        <a href={href} rel="nofollow">
          {name}
        </a>
        {apart}
      </span>
    ))}
    <a href={url} data-copied={t.linkCopied}>
      {t.link}
    </a>
    <span className="save" hidden>
      {apart}
      <button type="button" data-done={t.saved.done}>
        {t.saved.save}
      </button>
    </span>
    <script type="module" src="/share.js" />
    <script type="module" src="/save.js" />
  </p>
)
