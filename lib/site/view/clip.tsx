import type { Messages } from '#lib/messages/find'

import { captionsFile, clipFile, lengthWords } from '../clip-file'
import { cutOf, fileOf, fileUpTo } from '../cut'
import type { LibraryItem, Shown } from '../queries/media'
import { alone, captionOf } from '../shown'
import { Caption } from './caption'

type Props = { shown: Shown; poster: LibraryItem | undefined; t: Messages; base?: string }

/** A film or a sound in the browser's own player: nothing of it is fetched before it is wanted. */
export function ClipView({ shown, poster, t, base }: Props) {
  const { item } = shown
  const [href, label] = [clipFile(item, base), captionOf(shown) || t.clips[item.kind]]
  const inside = (
    <>
      <source src={href} type={item.type} />
      {item.captions && (
        <track
          kind="captions"
          src={captionsFile(item, base)}
          srcLang={item.captionsLanguage || undefined}
          label={t.captions(item.captionsLanguage)}
        />
      )}
      <a href={href}>{label}</a>
    </>
  )
  return (
    <figure className="clip">
      {item.kind === 'video' ? (
        // biome-ignore lint/a11y/useMediaCaption: captions are inside where there are any
        <video
          controls
          playsInline
          preload={poster ? 'none' : 'metadata'}
          poster={poster && posterOf(poster, base)}
          width={item.width ?? undefined}
          height={item.height ?? undefined}
          aria-label={label}
        >
          {inside}
        </video>
      ) : (
        // biome-ignore lint/a11y/useMediaCaption: the same
        <audio controls preload="none" aria-label={label}>
          {inside}
        </audio>
      )}
      <Caption shown={shown} t={t} length={item.seconds === null ? undefined : lengthWords(item.seconds)} />
    </figure>
  )
}

function posterOf(poster: LibraryItem, base?: string): string {
  const cut = cutOf(alone(poster), 'whole')
  return fileOf(cut, fileUpTo(cut, 1280).name, 'jpeg', base)
}
