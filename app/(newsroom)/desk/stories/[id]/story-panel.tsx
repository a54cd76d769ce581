'use client'

import type { ComponentProps } from 'react'
import { late } from '#lib/ui/late'

import { CommentsTab } from './comments/comments-tab'
import type { Comments } from './comments/use-comments'
import { LatePart } from './late-part'
import { Panel } from './panel'
import type { PasteTab } from './paste/paste-tab'
import type { Me } from './props'
import { PublishPanel } from './publish/publish-panel'
import type { Place } from './show-problem'
import { showSuggestion } from './suggestions/show-suggestion'
import type { Mode } from './suggestions/use-mode'
import type { SuggestionsHandle } from './suggestions/use-suggestions'
import type { Editors } from './text/use-editors'
import type { useActs } from './use-acts'
import type { PanelHandle } from './use-panel'

const Links = late(() => import('./preview/links').then((module) => module.Links), { waits: 'Looking for links…' })
const Told = late(() => import('./publish/told').then((module) => module.Told), { waits: 'Looking for versions…' })
const Proof = late(() => import('./publish/proof').then((module) => module.Proof))
const History = late(() => import('./revisions/history-tab').then((module) => module.HistoryTab))
const Paste = late(() => import('./paste/paste-tab').then((module) => module.PasteTab))
const Suggestions = late(() => import('./suggestions/suggestions-tab').then((module) => module.SuggestionsTab))

type Publish = ComponentProps<typeof PublishPanel>
type Props = Omit<Publish, 'children' | 'addsTopics' | 'pins' | 'onShow' | 'onReady' | 'onDuplicate' | 'onAssign'> & {
  panel: PanelHandle
  me: Me
  acts: ReturnType<typeof useActs>
  comments: Comments
  suggestions: SuggestionsHandle
  mode: Mode
  /** Whether this person may change the story now. */
  edits: boolean
  paste: ComponentProps<typeof PasteTab>['paste']
  editors: Editors | null
  show: (place: Place) => void
  onSignedOut: () => void
}

/** All that stands beside the text. */
export function StoryPanel({ panel, me, acts, comments, suggestions, mode, history, edits, paste, ...rest }: Props) {
  const { editors, show, onSignedOut, ...publish } = rest
  const { story, paper } = publish
  return (
    <Panel
      tab={panel.tab}
      onTab={panel.choose}
      open={panel.open}
      onClose={panel.close}
      tabs={[
        {
          tab: 'publish',
          name: 'Publish',
          content: (
            <>
              <PublishPanel
                {...publish}
                addsTopics={me.addsTopics}
                history={history}
                pins={mode === 'suggest' ? null : publish.text}
                onShow={show}
                onReady={acts.ready}
                onDuplicate={acts.duplicate}
                onAssign={acts.assign}
              >
                {story.withdrawn && <Proof key={story.last} story={story.id} paper={paper} onSignedOut={onSignedOut} />}
              </PublishPanel>
              {story.live && (
                <LatePart title="Corrections and versions">
                  <Told key={story.last} story={story.id} paper={paper} onSignedOut={onSignedOut} />
                </LatePart>
              )}
              {story.live && me.breaks && (
                <p className="border-t border-line px-4 py-3">
                  <a href={`/desk/breaking?story=${story.id}`} className="font-semibold hover:underline">
                    Put it into the breaking bar…
                  </a>
                </p>
              )}
              {story.may.edit && (
                <LatePart title="Preview links">
                  <Links
                    story={story.id}
                    makes={edits}
                    sent={history.sent}
                    paper={paper}
                    onShow={(block) => show({ id: 'preview', block })}
                    onSignedOut={onSignedOut}
                  />
                </LatePart>
              )}
            </>
          ),
        },
        {
          tab: 'comments',
          name: 'Comments',
          count: comments.count,
          content: <CommentsTab comments={comments} me={me.id} paper={paper} onSignedOut={onSignedOut} />,
        },
        {
          tab: 'suggestions',
          name: 'Suggestions',
          count: suggestions.open.length,
          fills: true,
          content: (
            <Suggestions
              suggestions={suggestions}
              mode={mode}
              me={me.id}
              onShow={(suggestion) => showSuggestion(editors, suggestion)}
            />
          ),
        },
        {
          tab: 'history',
          name: 'History',
          content: <History history={history} story={story} edits={edits} paper={paper} />,
        },
        {
          tab: 'paste',
          name: 'Paste',
          count: paste.findings.length,
          fills: true,
          content: <Paste paste={paste} editors={editors} />,
        },
      ]}
    />
  )
}
