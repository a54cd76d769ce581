/** Steps of the workflow. Live and withdrawn are told by the live side, never by the step. */
export const steps = ['draft', 'review', 'ready'] as const
export type Step = (typeof steps)[number]
