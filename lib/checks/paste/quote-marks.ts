import type { Change } from './finding'

/** A change of quotation marks or the space beside one; doubtful where the marks do not pair. */
export type Place = Change & { certain: boolean }

type Mark = { at: number; sign: string; opens: boolean | undefined }

const opening = /[\s([{\p{Pd}“‘/]/u
const closing = /[\s.,;:!?…)\]}\p{Pd}”’/]/u
const letter = /[\p{L}\p{M}\p{N}]/u
/** Words that lose their beginning and take an apostrophe for it. */
const clipped = /^(?:tis|twas|twere|em|cause|til|till|n|bout|round|cos|s|d|\d0s)(?![\p{L}\p{N}])/iu

const before = (text: string, at: number) => text[at - 1] ?? ' '
const after = (text: string, at: number) => text[at + 1] ?? ' '

/** Which way a mark faces by its shape or, where straight, by what stands beside it; undefined when that does not tell. */
function faces(text: string, at: number, sign: string): boolean | undefined {
  if (sign === '“' || sign === '‘') return true
  if (sign === '”' || sign === '’') return false
  const rest = text.slice(at + 1, at + 3)
  const opens = opening.test(before(text, at)) && !/^(?:\s|[,;:!?)\]]|\.(?:\s|$)|$)/.test(rest)
  const closes = closing.test(after(text, at)) && !/[\s([{]/.test(before(text, at))
  return opens === closes ? undefined : opens
}

/**
 * Places in one paragraph where quotation marks can be mended.
 * @param curl whether straight marks are to become curly
 * @param continues whether the next paragraph opens with a mark, so that this one may leave its last quotation open
 */
export function mendMarks(text: string, curl: boolean, continues: boolean): Place[] {
  if (!/["“”'‘’]/.test(text)) return []
  return [...doubles(text, curl, continues), ...singles(text, curl)].sort((a, b) => a.from - b.from)
}

function doubles(text: string, curl: boolean, continues: boolean): Place[] {
  const marks = [...text.matchAll(/["“”]/g)].map(
    ({ index, 0: sign }): Mark => ({ at: index, sign, opens: faces(text, index, sign) }),
  )
  let open = false
  let certain = true
  for (const mark of marks) {
    mark.opens ??= !open
    if (mark.opens === open) certain = false
    open = mark.opens
  }
  if (open && !continues) certain = false
  return marks.flatMap((mark) => mend(text, mark, mark.opens ? '“' : '”', curl, certain))
}

type Role = 'open' | 'close' | 'apostrophe' | 'prime' | 'unclear'

function singles(text: string, curl: boolean): Place[] {
  let open = 0
  return [...text.matchAll(/['‘’]/g)].flatMap(({ index: at, 0: sign }) => {
    const role = roleOf(text, at, sign, open > 0)
    if (role === 'open') open++
    if (role === 'close') open--
    if (role === 'prime') return []
    const opens = role === 'open' ? true : role === 'close' ? false : undefined
    return mend(text, { at, sign, opens }, opens || (role === 'unclear' && !open) ? '‘' : '’', curl, role !== 'unclear')
  })
}

function roleOf(text: string, at: number, sign: string, open: boolean): Role {
  const inWord = letter.test(after(text, at))
  const rest = text.slice(at + 1)
  if (sign === "'" && !open && /\p{N}/u.test(before(text, at)) && !/\p{L}/u.test(after(text, at))) return 'prime'
  if (inWord && sign !== '‘' && (letter.test(before(text, at)) || clipped.test(rest))) return 'apostrophe'
  const opens = faces(text, at, sign)
  if (opens === undefined) return 'unclear'
  if (opens) return /['’](?![\p{L}\p{N}])/u.test(rest) ? 'open' : 'unclear'
  return open && !inWord ? 'close' : 'apostrophe'
}

/** The mark in its right shape, and without the space on its inner side. */
function mend(text: string, { at, sign, opens }: Mark, shape: string, curl: boolean, certain: boolean): Place[] {
  const places: Place[] = []
  if (opens === false) {
    const from = at - text.slice(0, at).match(/\s*$/)![0].length
    if (from > 0 && from < at && closing.test(after(text, at))) places.push({ from, to: at, insert: '', certain })
  }
  if (curl && /["']/.test(sign)) places.push({ from: at, to: at + 1, insert: shape, certain })
  if (opens === true) {
    const to = at + 1 + text.slice(at + 1).match(/^\s*/)![0].length
    if (to > at + 1 && to < text.length && opening.test(before(text, at)))
      places.push({ from: at + 1, to, insert: '', certain })
  }
  return places
}
