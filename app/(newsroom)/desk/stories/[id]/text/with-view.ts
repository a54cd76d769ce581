import { type Extensions, ReactNodeViewRenderer } from '@tiptap/react'

import { ClipView } from '../media/clip-view'
import { GalleryView } from '../media/gallery-view'
import { PictureView } from '../media/picture-view'
import { CorrectionView } from './blocks/correction-view'
import { EmbedView } from './blocks/embed-view'
import { FactBoxView } from './blocks/fact-box-view'
import { PullQuoteView } from './blocks/pull-quote-view'
import { QuoteView } from './blocks/quote-view'
import { RelatedView } from './blocks/related-view'
import { TableView } from './table/table-view'

/** An extension of the body with what its blocks look like at the desk. @param zone the newsroom's */
export function withView(extension: Extensions[number], ownStory: string, zone: string) {
  if (extension.name === 'embed')
    return extension.extend({ addNodeView: () => ReactNodeViewRenderer(EmbedView, { stopEvent }) })
  if (extension.name === 'table')
    return extension.extend({
      addNodeView: () => ReactNodeViewRenderer(TableView, { stopEvent, contentDOMElementTag: 'tbody' }),
    })
  if (extension.name === 'correction')
    return extension.extend({
      addOptions: () => ({ zone }),
      addNodeView: () => ReactNodeViewRenderer(CorrectionView, { stopEvent }),
    })
  if (extension.name === 'quote')
    return extension.extend({ addNodeView: () => ReactNodeViewRenderer(QuoteView, { stopEvent }) })
  if (extension.name === 'pullQuote')
    return extension.extend({ addNodeView: () => ReactNodeViewRenderer(PullQuoteView, { stopEvent }) })
  if (extension.name === 'factBox')
    return extension.extend({ addNodeView: () => ReactNodeViewRenderer(FactBoxView, { stopEvent }) })
  if (extension.name === 'image')
    return extension.extend({ addNodeView: () => ReactNodeViewRenderer(PictureView, { stopEvent }) })
  if (extension.name === 'gallery')
    return extension.extend({ addNodeView: () => ReactNodeViewRenderer(GalleryView, { stopEvent }) })
  if (extension.name === 'clip')
    return extension.extend({ addNodeView: () => ReactNodeViewRenderer(ClipView, { stopEvent }) })
  if (extension.name === 'relatedStory')
    return extension.extend({
      addOptions: () => ({ ownStory }),
      addNodeView: () => ReactNodeViewRenderer(RelatedView, { stopEvent }),
    })
  return extension
}

/** Keys and clicks of a block's own fields and buttons are theirs, not the text's; files that fall on them are not. */
const stopEvent = ({ event }: { event: Event }) =>
  event.target instanceof HTMLElement &&
  !(event instanceof DragEvent && event.dataTransfer?.files.length) &&
  event.target.closest('[contenteditable=false] :is(a, button, input, select, audio, video, [role=option])') !== null
