'use client'

import { Form } from '#app/(newsroom)/form'
import { Button, type Tone } from '#lib/ui/button'
import { Kbd } from '#lib/ui/kbd'

import { beginCorrectionAction, closeReportAction, reopenReportAction, takeReportAction } from './actions'

type Props = {
  report: { id: string; storyId: string; open: boolean; taken: string }
  /** Whether the one who looks has it. */
  mine: boolean
  /** The report after it in the list, or before; '' for none. */
  next: string
}

/** What is done with a report. */
export function ReportActs({ report: { id, storyId, open, taken }, mine, next }: Props) {
  if (!open)
    return (
      <One
        action={reopenReportAction}
        fields={{ id }}
        act="reopen"
        name="Open again"
        glyph="O"
        label="Open the report"
      />
    )
  const seen = { id, seen: taken }
  return (
    <div className="grid justify-items-start gap-2">
      <One
        action={beginCorrectionAction}
        fields={{ ...seen, story: storyId }}
        act="correct"
        name="Start a correction"
        glyph="C"
        tone="primary"
        label="Correct the story"
      />
      {!mine && (
        <One
          action={takeReportAction}
          fields={seen}
          act="take"
          name={taken ? 'Take it over' : 'Take it'}
          glyph="T"
          label="Take the report"
        />
      )}
      <One
        action={closeReportAction}
        fields={{ id, as: 'done', next }}
        act="done"
        name="Mark done"
        glyph="D"
        label="Close the report"
      />
      <One
        action={closeReportAction}
        fields={{ id, as: 'spam', next }}
        act="spam"
        name="Spam"
        glyph="S"
        tone="danger"
        label="Put the report among spam"
      />
    </div>
  )
}

type OneProps = {
  action: Parameters<typeof Form>[0]['action']
  fields: Record<string, string>
  /** By which the screen's key finds the button. */
  act: string
  name: string
  glyph: string
  tone?: Tone
  /** Of the form. */
  label: string
}

const One = ({ action, fields, act, name, glyph, tone, label }: OneProps) => (
  <Form action={action} label={label} className="grid gap-2">
    {() => (
      <>
        {Object.entries(fields).map(([field, value]) => (
          <input key={field} type="hidden" name={field} value={value} />
        ))}
        <div>
          <Button type="submit" tone={tone} data-act={act}>
            {name} <Kbd>{glyph}</Kbd>
          </Button>
        </div>
      </>
    )}
  </Form>
)
