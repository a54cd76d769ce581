import { findNonce } from '#app/(newsroom)/nonce'

import { watchAhead } from './watch'

const names = { headline: 'Headline', standfirst: 'Standfirst', body: 'Text' }

/** The script that watches the openings, as it stands in the page. */
export const aheadScript = async () =>
  `<script nonce="${(await findNonce()) ?? ''}">(${watchAhead})(${JSON.stringify(names)})</script>`
