import type { Told } from '#lib/audit/queries/tell'

/** What an act changed, from what to what, and what else is to be said of it. */
export const EntryNotes = ({ row }: { row: Pick<Told, 'changes' | 'notes'> }) => (
  <>
    {row.changes.map(({ label, from, to }) => (
      <p key={label}>
        {label}: {from || 'none'} → {to || 'none'}
      </p>
    ))}
    {row.notes.map((note) => (
      <p key={note}>{note}</p>
    ))}
  </>
)
