/**
 * Runs in the page as soon as the story's opening stands there, long before the editors: what is typed is taken at once.
 * React knows the opening as the server made it, so a copy of it is written in, and the opening itself, hidden, tells what
 * it said before. Words, lines and what deletes them are taken; anything else waits for the editors, which take over what
 * was typed (take.ts). It goes into the page as its source, so it uses nothing from outside itself.
 * @param names what the copies are called, by part
 */
export function watchAhead(names: Record<string, string>): void {
  const boxes = [...document.querySelectorAll<HTMLElement>('[data-ahead]')]
  const copies = boxes.map((box) => {
    const opening = box.previousElementSibling as HTMLElement
    const copy = opening.cloneNode(true) as HTMLElement
    opening.hidden = true
    copy.classList.add('ahead')
    copy.contentEditable = 'true'
    copy.spellcheck = true
    copy.role = 'textbox'
    copy.ariaLabel = names[box.dataset.ahead ?? ''] ?? ''
    for (const child of copy.querySelectorAll<HTMLElement>(':scope > *'))
      if (!child.dataset.id) child.contentEditable = 'false'
      else if (!child.textContent) child.append(document.createElement('br'))
    box.replaceChildren(copy)
    return copy
  })
  // What a browser's extension puts beside a copy is its own.
  const boxOf = (node: EventTarget | null) => boxes.find((_, i) => node instanceof Node && copies[i]?.contains(node))
  const isBody = (box: HTMLElement) => box.dataset.ahead === 'body'
  /** The paragraph, sub-head or line that a place is in. */
  const blockOf = (node: Node, box: HTMLElement) => {
    const parent = isBody(box) ? copies[boxes.indexOf(box)] : box
    let at: Node | null = node
    while (at && at.parentNode !== parent) at = at.parentNode
    return at instanceof HTMLElement && at.contentEditable !== 'false' ? at : undefined
  }
  const fill = (block: HTMLElement) => block.textContent || block.replaceChildren(document.createElement('br'))
  const split = (range: Range, block: HTMLElement) => {
    range.deleteContents()
    range.setEnd(block, block.childNodes.length)
    const rest = document.createElement('p')
    rest.dataset.new = ''
    rest.append(range.extractContents())
    block.after(rest)
    fill(block)
    fill(rest)
    getSelection()?.collapse(rest, 0)
  }
  const join = (block: HTMLElement) => {
    const before = block.previousElementSibling as HTMLElement
    if (!before.textContent) before.replaceChildren()
    const at = before.childNodes.length
    if (block.textContent) before.append(...block.childNodes)
    block.remove()
    getSelection()?.collapse(before, at)
    fill(before)
  }
  /** Whether what a key would take away is not of this block. */
  const atEdge = (range: Range, block: HTMLElement, inputType: string) => {
    const rest = document.createRange()
    rest.selectNodeContents(block)
    if (inputType.endsWith('Forward')) rest.setStart(range.endContainer, range.endOffset)
    else rest.setEnd(range.startContainer, range.startOffset)
    return range.collapsed && rest.toString() === ''
  }
  const beforeInput = (event: Event, box: HTMLElement) => {
    const { inputType } = event as InputEvent
    if (inputType === 'insertCompositionText') return
    const selection = getSelection()
    const range = selection?.rangeCount ? selection.getRangeAt(0) : undefined
    const block = range && blockOf(range.startContainer, box)
    if (!block || blockOf(range.endContainer, box) !== block) return event.preventDefault()
    // What is cut or dragged stays: it could not be put anywhere here.
    const deletes = /^delete(?!By(Cut|Drag))/.test(inputType)
    const edge = deletes && atEdge(range, block, inputType)
    if (!edge && (deletes || /^insert((Replacement)?Text|FromComposition)$/.test(inputType))) return
    event.preventDefault()
    // Only what was parted here is joined here.
    if (edge && 'new' in block.dataset && inputType.endsWith('Backward')) join(block)
    if (!/^insert(Paragraph|LineBreak)$/.test(inputType)) return
    if (!isBody(box)) return copies[boxes.indexOf(box) + 1]?.focus()
    split(range, block)
    box.dataset.changed = ''
  }
  const own: Record<string, (event: Event, box: HTMLElement) => void> = {
    beforeinput: beforeInput,
    input: (_, box) => (box.dataset.changed = ''),
    compositionstart: (_, box) => (box.dataset.composing = ''),
    compositionend: (_, box) => delete box.dataset.composing,
  }
  // React would first make the whole screen its own at any of these, while a letter waits.
  const silent =
    'keydown keypress keyup textInput compositionupdate focusin focusout pointerdown pointerup mousedown mouseup click'
  for (const type of [...Object.keys(own), ...silent.split(' ')])
    addEventListener(
      type,
      (event) => {
        const box = boxOf(event.target)
        const { ctrlKey, metaKey } = event as KeyboardEvent
        if (!box || ctrlKey || metaKey) return
        event.stopPropagation()
        own[type]?.(event, box)
      },
      true,
    )
  addEventListener('beforeunload', (event) => {
    if (document.querySelector('[data-ahead][data-changed]')) event.preventDefault()
  })
}
