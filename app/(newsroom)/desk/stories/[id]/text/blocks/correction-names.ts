import type { CorrectionKind } from '#lib/story/document/nodes'

export const correctionNames: Record<CorrectionKind, string> = {
  correction: 'Correction',
  clarification: 'Clarification',
  update: 'Update',
}
