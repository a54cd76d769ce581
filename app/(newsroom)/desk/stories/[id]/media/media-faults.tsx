import { faultsOf, type Shown } from '#lib/media/known'

/** What stands between readers and a picture, film or sound, or will soon; nothing while the library is not heard. */
export function MediaFaults({ of, shown, alt }: { of: string; shown: Shown | null | undefined; alt?: string }) {
  if (shown === undefined) return null
  return faultsOf(of, shown ?? undefined, new Date(), alt).map(({ check, level, message }) => (
    <p key={check} className="media-fault" data-level={level}>
      {message}
    </p>
  ))
}
