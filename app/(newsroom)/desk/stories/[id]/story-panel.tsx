'use client'

import dynamic from 'next/dynamic'
import type { ComponentProps } from 'react'

import { CommentsTab } from './comments/comments-tab'
import type { Comments } from './comments/use-comments'
import { LatePart } from './late-part'
import { Panel } from './panel'
import { PasteTab } from './paste/paste-tab'
import type { Me } from './props'
import { PublishPanel } from './publish/publish-panel'
import { HistoryTab } from './revisions/history-tab'
import type { Place } from './show-problem'
import { showSuggestion } from './suggestions/show-suggestion'
import { SuggestionsTab } from './suggestions/suggestions-tab'
import type { Mode } from './suggestions/use-mode'
import type { SuggestionsHandle } from './suggestions/use-suggestions'
import type { Editors } from './text/use-editors'
import type { useActs } from './use-acts'
import type { PanelHandle } from './use-panel'

const waiting = (what: string) => () => <p className="mt-2 text-muted">Looking for {what}…</p>
const Links = dynamic(() => import('./preview/links').then((module) => module.Links), {
  ssr: false,
  loading: waiting('links'),
})
const Told = dynamic(() => import('./publish/told').then((module) => module.Told), {
  ssr: false,
  loading: waiting('versions'),
})

type Publish = ComponentProps<typeof PublishPanel>
type Props = Omit<Publish, 'addsTopics' | 'onShow' | 'onReady' | 'onDuplicate' | 'onAssign'> & {
  panel: PanelHandle
  me: Me
  acts: ReturnType<typeof useActs>
  comments: Comments
  suggestions: SuggestionsHandle
  mode: Mode
  history: ComponentProps<typeof HistoryTab>['history']
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
                onShow={show}
                onReady={acts.ready}
                onDuplicate={acts.duplicate}
                onAssign={acts.assign}
              />
              {story.live && (
                <LatePart title="Corrections and versions">
                  <Told key={story.last} story={story.id} paper={paper} onSignedOut={onSignedOut} />
                </LatePart>
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
            <SuggestionsTab
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
          content: <HistoryTab history={history} story={story} edits={edits} paper={paper} />,
        },
        {
          tab: 'paste',
          name: 'Paste',
          count: paste.findings.length,
          fills: true,
          content: <PasteTab paste={paste} editors={editors} />,
        },
      ]}
    />
  )
}
