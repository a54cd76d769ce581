import type { Tx } from '#lib/db/client'
import { insertReport } from '#lib/report/commands'

/** What readers of the invented paper have written to it: stories by their slugs, ages in hours. */
const sent = [
  {
    story: 'eel-pass-harl',
    passage: 'It is 14 metres long, half a metre wide and lined with nylon bristles.',
    text: 'The bristles are not nylon, they are polypropylene. I sold them to the board.\nThe rest is right, including the stool.',
    email: 'h.tamblyn@reader.example',
    hours: 3,
  },
  {
    story: 'gate-four-night',
    passage: '',
    text: 'You say that nobody in the house used the word debris. My brother was in the house and says that somebody did, about the biscuits.',
    email: '',
    hours: 20,
  },
]

/** They go with their stories. @param stories ids by slug */
export async function sendReports(tx: Tx, stories: ReadonlyMap<string, string>, now: Date): Promise<void> {
  for (const { story, hours, ...report } of sent)
    await insertReport(tx, stories.get(story) ?? '', report, new Date(now.getTime() - hours * 3_600_000))
}
