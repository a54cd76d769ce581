import type { Messages } from '#lib/messages/find'

import { Empty } from './place'

type ShelfProps = { of: 'saved' | 'read'; so: string; would: string; t: Messages }

/** Stories that the reader's device has: `public/shelf.js` puts them in place of what is said when there are none. */
export const Shelf = ({ of, so, would, t }: ShelfProps) => (
  <>
    <div className="shelf" data-shelf={of} data-remove={t.saved.remove} data-gone={t.saved.gone}>
      <Empty so={so} would={would} />
    </div>
    <script type="module" src="/shelf.js" />
  </>
)
