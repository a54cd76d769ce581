import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'

import { findPreview } from '#lib/preview/queries'
import { showsFrames } from '#lib/site/context'
import { findTargets } from '#lib/site/queries/story'
import { settings } from '#lib/site/site-page'
import { StoryView, targetsOf } from '#lib/site/view/story'
import { frameOrigins } from '#lib/story/document/embed/frames'

import { Answers } from './answers'
import { Approval } from './approval'
import { Bar } from './bar'
import { Comment } from './comment'

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ said?: string }> }

const find = cache(async (token: string) => (await findPreview(token)) ?? notFound())

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ t }, { story }] = await Promise.all([settings(), find((await params).token)])
  return { title: t.preview.title(story.headline) }
}

export default async function PreviewPage({ params, searchParams }: Props) {
  const { token } = await params
  const [{ paper, t, on }, preview, { said }] = await Promise.all([settings(), find(token), searchParams])
  const { story, answers } = preview
  const targets = await findTargets(targetsOf(story).join(' '))
  const frames = frameOrigins(story.body)
  showsFrames(frames)
  const about = (block: string) => answers.filter((one) => one.kind === 'comment' && one.block === block)
  return (
    <>
      <Bar paper={paper.name} preview={preview} t={t} on={on} said={said} />
      <main id="main">
        {frames.length > 0 && <script type="module" src="/embeds.js" />}
        <StoryView
          story={story}
          targets={targets}
          rail={[]}
          unpublished={!preview.live}
          base={`/preview/${token}/media`}
          t={t}
          on={on}
          behind={(block) => (
            <div id={`b-${block.attrs.id}`} className="remarks">
              <Answers answers={about(block.attrs.id)} t={t} on={on} />
              <Comment token={token} block={block} t={t} />
            </div>
          )}
        />
        <Approval token={token} answers={answers} t={t} on={on} />
      </main>
    </>
  )
}
