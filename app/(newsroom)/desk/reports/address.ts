import type { ReportState } from '#lib/report/tables'

/** Which reports, whose panel is open, and after which one the page begins. */
export type Here = { show: ReportState; id?: string; after?: string }

/** The inbox's address. */
export function reportsAddress({ show, id, after }: Here): string {
  const asked = new URLSearchParams({ ...(show !== 'open' && { show }), ...(after && { after }), ...(id && { id }) })
  return asked.size ? `/desk/reports?${asked}` : '/desk/reports'
}
