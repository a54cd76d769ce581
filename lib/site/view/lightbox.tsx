import type { Messages } from '#lib/messages/find'

/** What opens pictures over the page once a reader goes to one, and its words. */
export const Lightbox = ({ t: { lightbox } }: { t: Messages }) => (
  <script
    type="module"
    src="/zoom.js"
    data-title={lightbox.title}
    data-close={lightbox.close}
    data-previous={lightbox.previous}
    data-next={lightbox.next}
    data-count={lightbox.count}
  />
)
