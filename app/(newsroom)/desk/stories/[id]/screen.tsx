'use client'

import './edit.css'
import './focus-mode.css'
import './forced-colors.css'
import './room/together.css'
import './suggestions/suggestions.css'

import { type ComponentProps, useCallback, useState } from 'react'
import { flushSync } from 'react-dom'

import type { Thread } from '#lib/comment/queries'
import { bodyOf } from '#lib/story/document/ydoc'
import { forkName } from '#lib/story/text-name'
import { useShortcuts } from '#lib/ui/shortcuts'

import { Bar } from './bar'
import { useComments } from './comments/use-comments'
import { Dialogs, KeysDialog } from './dialogs'
import { Dock } from './dock'
import { Byline } from './fields/byline'
import { useFields } from './fields/use-fields'
import { FindBar } from './find/find-bar'
import { useFind } from './find/use-find'
import { screenKeys } from './keys'
import { Outline } from './outline'
import { FileStatus } from './paste/file-status'
import { useFiles } from './paste/use-files'
import { usePaste } from './paste/use-paste'
import type { Choices, Me, Paper, StoryProps } from './props'
import { mainActOf } from './publish/main-act'
import type { Asked } from './publish/publish-panel'
import { HistoryDialogs } from './revisions/history-dialogs'
import { useHistory } from './revisions/use-history'
import { HereMarks } from './room/here-marks'
import { LeaveDialog } from './room/leave-dialog'
import { Notices } from './room/notices'
import { type Colleague, goToColleague, useColleagues } from './room/use-colleagues'
import { useFreshness } from './room/use-freshness'
import { useHold } from './room/use-hold'
import { useKeptPage } from './room/use-kept-page'
import { useLeaving } from './room/use-leaving'
import { useRoom } from './room/use-room'
import { useWaiting } from './room/use-waiting'
import { Sheet } from './sheet'
import { type Place, showProblem } from './show-problem'
import { StoryPanel } from './story-panel'
import { ModeSwitch } from './suggestions/mode-switch'
import { useMode } from './suggestions/use-mode'
import { useSuggestions } from './suggestions/use-suggestions'
import { owesAhead } from './text/ahead/read'
import type { Pasted } from './text/body-paste'
import { EditorHost } from './text/editor-host'
import type { Editors } from './text/use-editors'
import { useText } from './text/use-text'
import { WritingAids } from './text/writing-aids'
import { useActs } from './use-acts'
import { useChecks } from './use-checks'
import { useFocusMode } from './use-focus-mode'
import { usePanel } from './use-panel'

type Props = {
  story: StoryProps
  threads: Thread[]
  unread: number
  choices: Choices
  me: Me
  paper: Paper
  /** What is seen of the text before the editors are there. */
  opening: ComponentProps<typeof Sheet>['opening']
}

/** The edit screen: one story, its text, and all about its publication. */
export function EditScreen({ story, threads, unread, choices, me, paper, opening }: Props) {
  const panel = usePanel()
  const [asked, setAsked] = useState<Asked>()
  const [focus, toggleFocus] = useFocusMode()
  const [keys, setKeys] = useState(false)
  const [link, setLink] = useState(false)
  const [signedOut, setSignedOut] = useState(false)
  const [made, setMade] = useState<Editors | null>(null)
  const [editors, setEditors] = useState<Editors | null>(null)
  const onEditors = useCallback((all: Editors | null, onPage: boolean) => {
    setMade(all)
    setEditors(onPage ? all : null)
  }, [])
  const onSignedOut = useCallback(() => setSignedOut(true), [])

  const { mode, choose } = useMode(story)
  const main = useRoom(story.id, me, mode === 'suggest', paper.nudged)
  const fork = useRoom(mode === 'suggest' ? forkName(story.id, me.id) : null, me)
  // What one writes in.
  const room = mode === 'suggest' ? fork : main
  const fields = useFields(story, me.id, room.connected, onSignedOut)
  const text = useText(editors)
  const paste = usePaste({ story: story.id, person: me.id, editors, text, byline: fields.values.people.length === 0 })
  const suggestions = useSuggestions({
    story: story.id,
    me,
    mode,
    main,
    fork,
    editors,
    mayEdit: story.may.edit,
    onSignedOut,
  })
  const waiting = useWaiting(mode === 'suggest' ? null : story.live, text, fields.values, editors)
  const acts = useActs(story, onSignedOut)
  const history = useHistory(story.id, room.snapshot, onSignedOut)
  const { slug, slugs, problems } = useChecks(story, text, fields, main.nudges)
  const ended = signedOut || room.signedOut
  // Who is not signed in would be led away from the text.
  useFreshness(asked === undefined && !ended, main, fork)
  useHold(story, main, !ended, mode !== 'suggest')
  useKeptPage(me.id, story.id, room.connected, story)
  const colleagues = useColleagues(main.room, editors, me.id)
  const onColleague = (colleague: Colleague) => goToColleague(colleague, editors)
  const onTakeOver = story.may.takeOver ? () => setAsked('take-over') : undefined
  const comments = useComments({
    story: story.id,
    made: threads,
    editors,
    nudged: main.nudges.comments,
    onShow: () => panel.show('comments'),
  })
  const leaving = useLeaving({
    person: me.id,
    story: story.id,
    owes: () => main.now().owes || fork.now().owes || fields.owes() || owesAhead(),
    headline: () => text?.headline ?? story.headline,
    onSignedOut,
  })

  // Readers get the story, never what is suggested for it here.
  const offered = mode === 'suggest' ? { ...story, may: { ...story.may, publish: false } } : story
  const act = mainActOf(offered, waiting.count)
  const begin = () => {
    // A dialog has its own act for the same key.
    if (asked || history.doing.compare || history.doing.restore) return false
    if (act === 'publish' || act === 'update') setAsked('publish')
    else if (act) acts[act]()
  }
  const listKeys = () => !document.querySelector('dialog[open]') && setKeys(true)
  useShortcuts({
    [screenKeys.act]: begin,
    // A panel that was asked for in focus mode goes first.
    [screenKeys.focus]: () => (focus && panel.open ? panel.close() : toggleFocus()),
    [screenKeys.mode]: () => choose?.(mode === 'edit' ? 'suggest' : 'edit'),
    [screenKeys.comment]: comments.comment,
    [screenKeys.keys]: listKeys,
    [screenKeys.keysAnywhere]: listKeys,
  })

  const editable = mode !== 'read' && !story.spiked && !room.readOnly && room.refusal === undefined
  const find = useFind(editors, editable)
  const onLong = (pasted: Pasted) => {
    paste.start(pasted)
    panel.show('paste')
  }
  const files = useFiles({ story: story.id, body: editors?.body, editable, onLong, onSignedOut })
  const edits = story.may.edit && !story.spiked && !room.readOnly
  const show = (problem: Place) => {
    panel.close()
    if (!showProblem(problem, editors)) panel.show('publish')
  }
  const section = choices.sections.find(({ id }) => id === fields.values.sectionId)

  return (
    <div
      data-focus={(focus && !panel.open) || undefined}
      className="bg-surface phone:grid phone:h-dvh phone:grid-cols-[minmax(0,1fr)] phone:grid-rows-[48px_minmax(0,1fr)]"
    >
      {room.room && (
        <EditorHost
          key={`${mode === 'suggest'} ${room.room.key}`}
          room={room.room}
          story={story.id}
          zone={paper.timezone}
          me={me}
          language={paper.language}
          editable={editable}
          onEditors={onEditors}
          onLink={() => flushSync(() => setLink(true))}
          onLongPaste={onLong}
          onPasteNote={files.say}
          onFiles={files.take}
          onPick={(suggestion) => {
            suggestions.pick(suggestion)
            panel.show('suggestions')
          }}
          onThread={comments.open}
        />
      )}
      <Bar
        story={story}
        slug={slug}
        section={section?.name ?? 'No section'}
        room={room}
        signedOut={signedOut}
        me={me.name}
        colleagues={colleagues}
        onColleague={onColleague}
        onTakeOver={onTakeOver}
        unread={unread}
        waiting={waiting.count}
        paper={paper}
        act={act}
        onAct={begin}
        onPanel={panel.toggle}
        onFind={() => find.begin('find')}
        mode={<ModeSwitch mode={mode} onChoose={choose} />}
        onLeaveFocus={focus ? toggleFocus : undefined}
      />
      <div className="edit-columns min-h-0 phone:grid phone:grid-cols-[minmax(0,1fr)] wide:grid-cols-[186px_minmax(0,1fr)_360px]">
        <Outline
          blocks={text?.body.content ?? []}
          editor={editors?.body ?? null}
          commissioned={fields.values.commissionedWords}
          onKeys={() => setKeys(true)}
          onFocus={toggleFocus}
        />
        <Sheet
          made={made}
          editors={editors}
          headline={story.headline}
          opening={opening}
          letters={[...(text?.headline ?? story.headline)].length}
          blocks={room.room ? bodyOf(room.room.ydoc).length : 0}
          onLink={() => setLink(true)}
          onComment={comments.comment}
          here={editors && <HereMarks colleagues={colleagues} editors={editors} onGo={onColleague} />}
          aids={editors && <WritingAids {...{ editors, story, fields, link }} onLink={setLink} />}
          find={find.open && <FindBar find={find} />}
          files={<FileStatus state={files.state} onCancel={files.cancel} onClose={files.close} />}
          notice={
            <Notices
              story={story}
              person={me.id}
              room={room}
              paper={paper}
              message={acts.message}
              editors={editors}
              editable={editable}
              suggests={mode === 'suggest'}
              onSignedOut={onSignedOut}
            />
          }
          byline={<Byline fields={fields} people={choices.people} edits={story.may.edit && !story.spiked} />}
        />
        <StoryPanel
          {...{
            panel,
            story: offered,
            fields,
            slug,
            slugs,
            text,
            waiting,
            problems,
            choices,
            me,
            paper,
            acts,
            comments,
          }}
          {...{ suggestions, mode, history, edits, paste, editors, show, onSignedOut }}
          onAsk={setAsked}
        />
      </div>
      <Dock
        story={story}
        waiting={waiting.count}
        paper={paper}
        act={act}
        onAct={begin}
        onPanel={() => panel.show()}
        onSendBack={story.may.moves.includes('sendBack') ? () => setAsked('send-back') : undefined}
      />
      {leaving && <LeaveDialog room={room} leaving={leaving} />}
      {keys && <KeysDialog onClose={() => setKeys(false)} />}
      {!ended && (
        <HistoryDialogs {...{ history, story, text, fields, slug, choices, me, room, edits, paper, onSignedOut }} />
      )}
      <Dialogs
        asked={asked}
        onClose={() => setAsked(undefined)}
        signedOut={ended}
        onSignedIn={() => {
          setSignedOut(false)
          main.again()
          fork.again()
          suggestions.again()
        }}
        onSignedOut={onSignedOut}
        {...{ story, text, waiting, problems, paper, fields, slug, section, room: main, show }}
        open={suggestions.open.length}
      />
    </div>
  )
}
