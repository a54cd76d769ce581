import { Notice } from '#lib/ui/notice'

/** What a reader says is wrong, for the editor alone: as text, whatever it holds. */
export const ReportQuote = ({ report: { passage, text } }: { report: { passage: string; text: string } }) => (
  <div className="px-4 pt-3">
    <Notice tone="warning" title="A reader reports an error">
      <p className="wrap-anywhere whitespace-pre-line">{text}</p>
      {passage && (
        <blockquote className="mt-1.5 border-s-3 border-line-strong ps-2.5 font-text wrap-anywhere">
          {passage}
        </blockquote>
      )}
      <p className="mt-1.5 text-muted">Mend the text; “Update…” then asks for the note to readers.</p>
    </Notice>
  </div>
)
