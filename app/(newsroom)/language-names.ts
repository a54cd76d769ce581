/** Offered while one types; any other language can be given by its tag. */
export const usualLanguages =
  'ar bn bg ca cs cy da de el en-GB en-US es et eu fa fi fr ga gd gl he hi hr hu id is it ja ko lt lv nb nl pl pt-BR pt-PT ro ru sk sl so sq sr sv sw ta th tr uk ur vi zh-Hans zh-Hant'.split(
    ' ',
  )

const names = new Intl.DisplayNames(['en-GB'], { type: 'language', fallback: 'none' })

/** A language by its name, or what was typed as it is. */
export function languageNameOf(tag: string): string {
  try {
    return names.of(tag) ?? tag
  } catch {
    return tag
  }
}

/** What is typed, as a tag in its usual spelling: by name, or by the tag itself. */
export function languageTagOf(typed: string): string {
  const said = typed.trim()
  const named = usualLanguages.find((tag) => languageNameOf(tag).toLowerCase() === said.toLowerCase())
  try {
    return named ?? Intl.getCanonicalLocales(said)[0] ?? said
  } catch {
    return said
  }
}
