import type { Messages } from '#lib/messages/find'

import type { Story } from '../queries/story'
import { longestReport, reportsPath, trap } from '../report-form'
import { spoken } from './spoken'

type Props = { story: Story; t: Messages /** Of the paper. */; language: string }

/**
 * At the end of a story, folded away: a form beside the text that it is about, so that what is wrong can be copied. It says
 * nothing of its reader, so the page is the same for all.
 */
export const ReportError = ({ story, t: { report: words }, language }: Props) => (
  <aside className="report" aria-label={words.title} {...(story.language ? spoken(language) : {})}>
    <details>
      <summary>{words.title}</summary>
      <form action={reportsPath} method="post">
        <p>{words.whatFor}</p>
        <input type="hidden" name="story" value={story.id} />
        <label>
          {words.text}
          <textarea name="text" rows={4} required maxLength={longestReport.text} />
        </label>
        <label>
          {words.passage}
          <textarea name="passage" rows={2} maxLength={longestReport.passage} />
        </label>
        <label>
          {words.email} <small>{words.emailWhy}</small>
          <input type="email" name="email" autoComplete="email" maxLength={longestReport.email} />
        </label>
        <label className="trap" aria-hidden="true">
          {words.trap}
          <input type="text" name={trap} tabIndex={-1} autoComplete="off" />
        </label>
        <button type="submit" className="button">
          {words.send}
        </button>
      </form>
    </details>
  </aside>
)
