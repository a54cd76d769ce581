'use client'

import Link from 'next/link'
import { useState } from 'react'
import { Thumb } from '#app/(newsroom)/desk/media/thumb'
import { LibraryDialog } from '#app/(newsroom)/desk/stories/[id]/library/library-dialog'
import type { Paper } from '#app/(newsroom)/desk/stories/[id]/props'
import { readTimeAction } from '#app/(newsroom)/desk/stories/[id]/publish/plan-actions'
import { hour } from '#app/(newsroom)/desk/stories/[id]/when'
import { type Chosen, WhenField } from '#app/(newsroom)/when-field'
import { type Spot, setSlot } from '#lib/front/moves'
import type { Placed } from '#lib/site/front/content'
import { Button } from '#lib/ui/button'
import { Dialog } from '#lib/ui/dialog'
import { TextField } from '#lib/ui/field'

import { useBoard } from './board'
import { useTyped } from './use-typed'

type Props = {
  spot: Spot
  slot: Placed
  paper: Paper
  onUpload: (files: File[], put: (media: string) => void) => void
  /** Another story is to be chosen for it. */
  onOther: () => void
  onLeave: () => void
}

/** What a front says and shows of a story in one place, and until when it stands there. */
export function SlotDetails({ spot, slot, paper, onUpload, onOther, onLeave }: Props) {
  const { front, takeOut, hold } = useBoard()
  const { keeper, stories, now } = front
  const story = stories.get(slot.story)
  const say = (part: Partial<Placed>, key?: string) =>
    keeper.change(setSlot(keeper.get().content, spot, { ...slot, ...part }), key && `${key} ${slot.story}`)
  const headline = useTyped(slot.headline, (words) => say({ headline: words }, 'headline'))
  const kicker = useTyped(slot.kicker, (words) => say({ kicker: words }, 'kicker'))
  const problems = now.problems.filter(({ container, place }) => container === spot.container && place === spot.place)
  return (
    <div className="grid gap-3 px-4 py-3">
      <p className="font-head text-[17px]/[20px] font-semibold break-words">
        {story?.headline ?? 'A story that you may not read'}
      </p>
      <ul className="grid gap-1 text-label empty:hidden">
        {problems.map(({ check, level, message }) => (
          <li key={check} className={level === 'must' ? 'text-withdrawn' : 'text-changes'}>
            {message}
          </li>
        ))}
      </ul>
      <TextField
        label="Headline on this front"
        placeholder={story?.headline}
        hint={slot.headline ? undefined : 'The story’s own, until you write another.'}
        maxLength={200}
        {...headline}
      />
      <TextField
        label="Kicker"
        placeholder={story?.section?.name}
        hint={slot.kicker ? undefined : 'The story’s own, until you write another.'}
        maxLength={60}
        {...kicker}
      />
      <PicturePart {...{ slot, onUpload }} onSay={(picture) => say({ picture })} own={story?.picture} />
      <PinPart {...{ slot, paper }} onSay={(until) => say({ until })} />
      <div className="flex flex-wrap gap-1.5 border-t border-line pt-3">
        <Button small onClick={onOther}>
          Another story…
        </Button>
        <Button
          small
          onClick={() => {
            hold({ spot })
            onLeave()
          }}
        >
          Move…
        </Button>
        <Button
          small
          tone="danger"
          onClick={() => {
            onLeave()
            takeOut(spot)
          }}
        >
          Take out
        </Button>
        {story && story.state !== 'hidden' && (
          <Link
            href={`/desk/stories/${slot.story}`}
            prefetch={false}
            className="ms-auto self-center text-accent hover:underline"
          >
            Open the story
          </Link>
        )}
      </div>
    </div>
  )
}

type PictureProps = Pick<Props, 'slot' | 'onUpload'> & { onSay: (picture: string) => void; own: string | undefined }

function PicturePart({ slot: { picture }, onUpload, onSay, own }: PictureProps) {
  const [choosing, setChoosing] = useState(false)
  const shown = picture === 'none' ? undefined : picture || own
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1 font-medium">Picture</legend>
      {shown && (
        <span className="w-40">
          <Thumb of={{ id: shown, kind: 'picture', alt: picture ? 'Chosen for this place' : 'The story’s own' }} />
        </span>
      )}
      <p className="text-label text-quiet">
        {picture === 'none'
          ? 'None here.'
          : picture
            ? 'Chosen for this place.'
            : own
              ? 'The story’s own.'
              : 'The story has none.'}
      </p>
      <div className="flex flex-wrap gap-1.5">
        <Button small onClick={() => setChoosing(true)}>
          Choose…
        </Button>
        {picture !== 'none' && (
          <Button small onClick={() => onSay('none')}>
            No picture
          </Button>
        )}
        {picture !== '' && (
          <Button small onClick={() => onSay('')}>
            The story’s own
          </Button>
        )}
      </div>
      {choosing && (
        <LibraryDialog
          title="Picture for this place"
          onChoose={([found]) => found && onSay(found.id)}
          onUpload={(files) => onUpload(files, onSay)}
          onClose={() => setChoosing(false)}
        />
      )}
    </fieldset>
  )
}

type PinProps = { slot: Placed; paper: Paper; onSay: (until: string) => void }

function PinPart({ slot: { until }, paper, onSay }: PinProps) {
  const [setting, setSetting] = useState(false)
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1 font-medium">It stands here</legend>
      <p className={until ? 'text-scheduled' : 'text-muted'}>
        {until
          ? `Until ${hour(Date.parse(until), paper)}; then the rule fills the place.`
          : 'Until somebody takes it out.'}
      </p>
      <div className="flex flex-wrap gap-1.5">
        <Button small onClick={() => setSetting(true)}>
          {until ? 'Another hour…' : 'Pin until…'}
        </Button>
        {until && (
          <Button small onClick={() => onSay('')}>
            No end
          </Button>
        )}
      </div>
      {setting && (
        <PinDialog paper={paper} onSet={(at) => onSay(new Date(at).toISOString())} onClose={() => setSetting(false)} />
      )}
    </fieldset>
  )
}

type PinDialogProps = { paper: Paper; onSet: (at: number) => void; onClose: () => void }

function PinDialog({ paper, onSet, onClose }: PinDialogProps) {
  const [at, setAt] = useState<Chosen>()
  const send = () => {
    if (at === undefined) return
    onClose()
    onSet(at)
  }
  return (
    <Dialog
      title="Pin until"
      note="At that hour the place is let go by itself, here and for readers."
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" disabled={at === undefined} onClick={send}>
            {at === undefined ? 'Type an hour' : `Pin until ${hour(at, paper)}`}
          </Button>
        </>
      }
    >
      <WhenField label="Until" paper={paper} read={readTimeAction} onChoose={setAt} />
    </Dialog>
  )
}
