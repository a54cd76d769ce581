import type { Messages } from '#lib/messages/find'

/** What opens pictures over the page, and its words. */
export const Lightbox = ({ t: { lightbox } }: { t: Messages }) => (
  <script
    type="module"
    src="/lightbox.js"
    data-title={lightbox.title}
    data-close={lightbox.close}
    data-previous={lightbox.previous}
    data-next={lightbox.next}
    data-count={lightbox.count}
  />
)
