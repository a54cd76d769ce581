import type { ReactNode } from 'react'

import type { Messages } from '#lib/messages/find'
import { paragraphEnd, type Run } from '#lib/story/document/runs'

import type { Story } from '../queries/story'
import type { VersionStep } from '../queries/versions'
import { type Clock, dateAndClock } from '../time'
import { type Part, type Passage, whatChanged } from '../what-changed'
import { colourOf } from './colour'

/** Where a story's versions are told. */
export const versionsPath = (story: string) => `${story}/versions`

type Props = { story: Story; steps: VersionStep[]; t: Messages; on: Clock }

/** What changed in a story, version by version, newest first. */
export const VersionList = ({ story, steps, t, on }: Props) => (
  <div className={`wrap versions ${colourOf(story.section)}`}>
    <header>
      <p className="kicker">{t.whatChanged}</p>
      <h1>
        <a href={story.path}>{story.headline}</a>
      </h1>
      <p className="stand">{t.howTold}</p>
    </header>
    {steps.map((step) => (
      <VersionView key={step.version.number} story={story} step={step} t={t} on={on} />
    ))}
  </div>
)

type StepProps = Omit<Props, 'steps'> & { step: VersionStep }

function VersionView({ story, step, t, on }: StepProps) {
  const { number, at, change, note } = step.version
  // After a withdrawal versions begin anew.
  const isBack = number === 1 && at > story.publishedAt
  return (
    <section className="version" aria-labelledby={`v${number}`}>
      <div>
        <h2 id={`v${number}`}>
          <time dateTime={at.toISOString()}>{dateAndClock(at, on)}</time>
        </h2>
        <p className="kicker">
          {change && change !== 'typo' ? t.corrections[change] : isBack ? t.putBack : t.published}
        </p>
      </div>
      <div>
        {note && <p className="told">{note}</p>}
        <Changes step={step} isBack={isBack} t={t} />
      </div>
    </section>
  )
}

function Changes({ step: { version, before }, isBack, t }: { step: VersionStep; isBack: boolean; t: Messages }) {
  if (version.closed) return <p className="quiet">{t.versionClosed}</p>
  if (version.number === 1) return <p className="quiet">{isBack ? t.backVersion : t.firstVersion}</p>
  if (!before) return <p className="quiet">{t.nothingBefore}</p>
  const parts = whatChanged(before, version)
  const skips = before.number < version.number - 1
  return (
    <>
      {skips && <p className="quiet">{t.comparedWithEarlier}</p>}
      {parts.length === 0 && <p className="quiet">{t.sameWords}</p>}
      {parts.map((part, i) => (
        <PartView key={i} part={part} t={t} />
      ))}
    </>
  )
}

function PartView({ part, t }: { part: Part; t: Messages }) {
  if ('unchanged' in part) return <p className="quiet">{t.unchanged(part.unchanged)}</p>
  return (
    <div className="passage">
      {part.moved && <p className="quiet">{t.moved}</p>}
      {part.passages.map((passage, i) => (
        <PassageView key={i} passage={passage} />
      ))}
      {part.remarked && <p className="quiet">{t.remarked}</p>}
    </div>
  )
}

const PassageView = ({ passage: { look, marker, runs } }: { passage: Passage }) => (
  <p className={look}>
    {marker && `${marker} `}
    {runs.map((run, i) => (
      <RunView key={i} run={run} />
    ))}
  </p>
)

function RunView({ run }: { run: Run }): ReactNode {
  const words = run.text.split(paragraphEnd).join(' ¶ ')
  if (run.kind === 'ins') return <ins>{words}</ins>
  if (run.kind === 'del') return <del>{words}</del>
  return words
}
