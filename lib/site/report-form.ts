/** What a reader may write of an error in a story, in characters. */
export const longestReport = { passage: 500, text: 2000, email: 254 } as const

/** The name of a field that nobody sees: whatever fills it in is no reader. */
export const trap = 'website'

/** Where the form is sent, and where its sender is led then. */
export const reportsPath = '/api/reports'
export const thanksPath = '/thanks'
