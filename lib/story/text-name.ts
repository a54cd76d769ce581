/** A co-edited text: a story's own, or, where `fork` names a person, what that person suggests for it. */
export type TextName = { storyId: string; fork: string }

const sign = '~s:'

/** As rooms are called: a story's own text by the story's id. */
export const forkName = (storyId: string, personId: string) => `${storyId}${sign}${personId}`

/** Whose text a name is: the story’s (`fork` is empty), or a person’s fork of it. */
export function readName(name: string): TextName {
  const at = name.indexOf(sign)
  return at < 0 ? { storyId: name, fork: '' } : { storyId: name.slice(0, at), fork: name.slice(at + sign.length) }
}

/** Whether it names a fork of this story, whoever’s. */
export const isForkOf = (storyId: string, name: string) => name.startsWith(`${storyId}${sign}`)
