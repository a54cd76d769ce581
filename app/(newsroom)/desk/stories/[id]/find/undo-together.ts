import type { UndoManager } from 'yjs'

type Item = UndoManager['undoStack'][number]
type Popped = { stackItem: Item; type: 'undo' | 'redo' }

/**
 * Makes the last step of each of these one act for undo and for redo: taken back in one part of a story, it is in all.
 * Each part keeps an order of its own, so a part that has been written in since keeps its step until that is undone.
 */
export function undoTogether(managers: readonly UndoManager[]) {
  if (managers.length < 2) return
  const steps = new Map<UndoManager, Item | undefined>(managers.map((one) => [one, one.undoStack.at(-1)]))
  let stack: 'undo' | 'redo' = 'undo'
  let busy = false
  const tops = (one: UndoManager) => (stack === 'undo' ? one.undoStack : one.redoStack)
  const isLast = (one: UndoManager) => steps.get(one) !== undefined && tops(one).at(-1) === steps.get(one)
  const follow =
    (manager: UndoManager) =>
    ({ stackItem, type }: Popped) => {
      if (busy || type !== stack || steps.get(manager) !== stackItem) return
      busy = true
      const others = managers.filter((one) => one !== manager && isLast(one))
      for (const other of others) other[type]()
      stack = type === 'undo' ? 'redo' : 'undo'
      for (const one of managers) {
        const moved = one === manager || others.includes(one)
        steps.set(one, moved ? tops(one).at(-1) : undefined)
      }
      busy = false
    }
  for (const manager of managers) manager.on('stack-item-popped', follow(manager))
}
