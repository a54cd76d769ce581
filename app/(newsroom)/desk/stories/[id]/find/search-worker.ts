import { type Query, search } from './search'

/** Runs beside the page, so that it can be ended there. */
addEventListener('message', ({ data }: MessageEvent<{ texts: string[]; query: Query }>) =>
  postMessage(search(data.texts, data.query)),
)
