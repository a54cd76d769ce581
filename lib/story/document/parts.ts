/** What a story's text is made of, in the order in which one reads it: of its Y.Doc the root types, each a Y.XmlFragment. */
export const parts = ['headline', 'standfirst', 'body'] as const
export type Part = (typeof parts)[number]

/** Those of them that are one line of plain text. */
export const lines = ['headline', 'standfirst'] as const
export type Line = (typeof lines)[number]
