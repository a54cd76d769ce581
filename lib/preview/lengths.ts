/** Characters, and hours: also for the forms. */
export const longestLabel = 80
export const longestName = 80
export const longestAnswer = 2000

/** For how long a link may be made, in hours. */
export const previewHours = [24, 72, 168, 336]
