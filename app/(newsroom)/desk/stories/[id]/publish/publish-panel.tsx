'use client'

import type { ReactNode } from 'react'

import type { Problem } from '#lib/checks/publish'
import type { StoryDocument } from '#lib/story/document/nodes'
import { countBodyWords } from '#lib/story/document/text'
import { Button, buttonClass } from '#lib/ui/button'
import { SelectField } from '#lib/ui/field'
import { Notice } from '#lib/ui/notice'
import { Section, Theirs } from '../fields/field-parts'
import { lengthTold, wholeWords } from '../fields/length'
import { MainPicture } from '../fields/main-picture'
import { OnThePage } from '../fields/on-the-page-part'
import { SavedText } from '../fields/text-field-saved'
import { TopicsField } from '../fields/topics-field'
import { type FieldsHandle, hintOf } from '../fields/use-fields'
import type { Choices, Paper, StoryProps } from '../props'
import type { History } from '../revisions/use-history'
import { ReadersSee } from '../room/lamps'
import type { Waiting } from '../room/waiting'
import type { Slugs } from '../use-slugs'
import { when } from '../when'
import { ChecksList } from './checks-list'
import { Plans } from './plans'
import type { PlanAsked } from './plans-now'
import { ReportQuote } from './report-quote'

export type Asked = 'publish' | 'send-back' | 'withdraw' | 'put-back' | 'spike' | 'take-over' | PlanAsked

type Props = {
  story: StoryProps
  fields: FieldsHandle
  /** As readers would get it now. */
  slug: string
  slugs: Slugs | undefined
  text: StoryDocument | null
  /** The story's own text, as it is published; null where another is on the screen. */
  pins: StoryDocument | null
  history: History
  waiting: Waiting
  problems: Problem[]
  addsTopics: boolean
  choices: Choices
  paper: Paper
  onShow: (problem: Problem) => void
  onAsk: (what: Asked) => void
  onReady: () => void
  onDuplicate: () => void
  onAssign: (person: string | null) => void
  /** What is to be said of a story that readers do not have any more. */
  children?: ReactNode
}

/** All about publication: what readers have, where the story stands in the paper, what must be mended. */
export function PublishPanel(props: Props) {
  const { story, fields, text, waiting, problems, choices, paper } = props
  const { may } = story
  const edits = may.edit && !story.spiked
  return (
    <>
      {story.note && story.step === 'draft' && (
        <div className="px-4 pt-3">
          <Notice tone="warning" title={`${story.note.by} sent this back.`}>
            {story.note.text}
          </Notice>
        </div>
      )}
      {story.report && <ReportQuote report={story.report} />}
      <Section title={<ReadersSee story={story} waiting={waiting.count} paper={paper} />}>
        <Now {...props} />
      </Section>
      {props.children}
      <Plans
        story={story}
        paper={paper}
        pinned={{ history: props.history, text: props.pins, fields: fields.values, slug: props.slug, choices }}
        onAsk={props.onAsk}
        onPublish={() => props.onAsk('publish')}
      />
      <Section title="Checks">
        <ChecksList problems={problems} onShow={props.onShow} />
      </Section>
      <MainPicture fields={fields} edits={edits} />
      <TopicsField fields={fields} text={text} edits={edits} adds={props.addsTopics} />
      <Section title="Place in the paper">
        <div className="grid gap-3">
          <div>
            <SelectField
              label="Section"
              name="section"
              disabled={!edits}
              value={fields.values.sectionId ?? ''}
              error={fields.states.sectionId?.error}
              hint={hintOf(fields.states.sectionId)}
              onChange={(event) => fields.save('sectionId', event.target.value || null)}
            >
              <option value="">No section yet</option>
              {choices.sections.map((section) => (
                <option key={section.id} value={section.id}>
                  {section.name}
                </option>
              ))}
            </SelectField>
            <Theirs
              name="sectionId"
              fields={fields}
              show={(id) => choices.sections.find((one) => one.id === id)?.name ?? 'none'}
            />
          </div>
          <SavedText
            name="slug"
            label="Slug"
            fields={fields}
            shown={props.slug}
            made={props.slugs?.slugFrom}
            readOnly={!edits}
            hint={
              story.slugFollows
                ? 'Follows the headline until first published. Lower-case letters, figures, hyphens.'
                : 'Lower-case letters, figures, hyphens. The old address leads to the new one.'
            }
          />
          <SavedText name="dateline" label="Dateline" placeholder="Carrow Quay" fields={fields} readOnly={!edits} />
          <SavedText
            name="commissionedWords"
            label="Commissioned length"
            inputMode="numeric"
            placeholder="600"
            fields={fields}
            readOnly={!edits}
            made={wholeWords}
            hint={lengthHint(text, fields.values.commissionedWords)}
          />
        </div>
      </Section>
      <OnThePage story={story.id} fields={fields} edits={edits} language={paper.language} />
      <Section title="People">
        <SelectField
          label="Assigned to"
          disabled={!may.assign}
          value={story.assignedTo?.id ?? ''}
          onChange={(event) => props.onAssign(event.target.value || null)}
          hint={may.assign ? undefined : 'Editors of its section assign a story.'}
        >
          <option value="">Nobody</option>
          {choices.people.map((person) => (
            <option key={person.id} value={person.id}>
              {person.name}
            </option>
          ))}
        </SelectField>
      </Section>
      <Section title="Found by search engines">
        <div className="grid gap-3">
          <SavedText
            name="searchTitle"
            label="Search title"
            fields={fields}
            readOnly={!edits}
            placeholder={text?.headline}
            hint={`The headline where empty. ${lengthOf(fields.values.searchTitle || (text?.headline ?? ''))} of 60 characters.`}
          />
          <SavedText
            name="searchDescription"
            label="Search description"
            lines
            fields={fields}
            readOnly={!edits}
            placeholder={text?.standfirst}
            hint={`The standfirst where empty. ${lengthOf(fields.values.searchDescription || (text?.standfirst ?? ''))} of 155 characters.`}
          />
          <SavedText
            name="canonicalUrl"
            label="Canonical address"
            inputMode="url"
            placeholder="https://"
            fields={fields}
            readOnly={!edits}
            hint="Of agency copy: where it first stood."
          />
        </div>
      </Section>
      <Acts {...props} />
    </>
  )
}

const lengthOf = (text: string) => [...text].length

function Now({ story, waiting, paper, onAsk, onReady }: Props) {
  const { live, withdrawn, may } = story
  return (
    <>
      <dl className="grid grid-cols-[84px_1fr] gap-x-2.5 gap-y-1.5 empty:hidden [&_dt]:text-quiet">
        {live && (
          <>
            <dt>Live since</dt>
            <dd>
              {when(live.publishedAt, paper)}
              {live.updatedAt > live.publishedAt && `, updated ${when(live.updatedAt, paper)}`}
            </dd>
          </>
        )}
        {live && (
          <>
            <dt>Revision</dt>
            <dd>{live.revision}</dd>
          </>
        )}
        {live && waiting.count > 0 && (
          <>
            <dt>Waiting</dt>
            <dd>
              {[...waiting.text.map(({ place }) => place), ...waiting.fields.map(({ label }) => label)].map(
                (place, index) => (
                  <span key={place + index}>
                    {index > 0 && ', '}
                    <span className="dots-changes">{place}</span>
                  </span>
                ),
              )}
            </dd>
          </>
        )}
        {withdrawn && (
          <>
            <dt>Withdrawn</dt>
            <dd>{when(withdrawn.at, paper)}</dd>
            <dt>Note</dt>
            <dd>{withdrawn.note || 'None'}</dd>
          </>
        )}
      </dl>
      {!live && !withdrawn && <p className="text-muted">Only the desk sees this story.</p>}
      <div className="mt-2.5 flex flex-wrap gap-1.5 empty:hidden">
        {may.publish && !story.spiked && (waiting.count > 0 || !live) && (
          <Button small onClick={() => onAsk('publish')}>
            {live ? 'Show what changed' : withdrawn ? 'Publish again…' : 'Publish…'}
          </Button>
        )}
        {withdrawn && may.publish && !story.spiked && (
          <Button small onClick={() => onAsk('put-back')}>
            Put back as it was…
          </Button>
        )}
        {may.moves.includes('markReady') && (
          <Button small onClick={onReady}>
            Mark ready
          </Button>
        )}
        {may.moves.includes('sendBack') && (
          <Button small onClick={() => onAsk('send-back')}>
            Send back…
          </Button>
        )}
        {live && (
          <a href={live.path} target="_blank" rel="noreferrer" className={buttonClass('plain', true)}>
            Open live page
          </a>
        )}
      </div>
    </>
  )
}

function Acts({ story, onAsk, onDuplicate }: Props) {
  const { may, live, spiked } = story
  return (
    <div className="flex flex-wrap gap-1.5 px-4 py-3">
      <Button small onClick={onDuplicate}>
        Duplicate
      </Button>
      {may.takeOver && (
        <Button small onClick={() => onAsk('take-over')}>
          Take over…
        </Button>
      )}
      {may.edit && !live && !spiked && (
        <Button small tone="danger" onClick={() => onAsk('spike')}>
          Spike…
        </Button>
      )}
      {may.publish && live && (
        <Button small tone="danger" onClick={() => onAsk('withdraw')}>
          Withdraw…
        </Button>
      )}
    </div>
  )
}

function lengthHint(text: StoryDocument | null, commissioned: number | null): string {
  const { words, rest } = lengthTold(text ? countBodyWords(text.body) : 0, commissioned)
  return rest && text ? `${words} words: ${rest.toLowerCase()}.` : 'In words. Readers do not see it.'
}
