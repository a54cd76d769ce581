import { runBounded } from './bounded'
import type { Asked, Told } from './starter'

/** A small process that starts others, and tells what they answered; when who asks has ended, all of them end. */
const running = new Map<number, AbortController>()

process.once('disconnect', () => {
  for (const control of running.values()) control.abort()
  process.exit()
})

process.on('message', async ({ id, order }: Asked) => {
  if (!order) return running.get(id)?.abort()
  const control = new AbortController()
  running.set(id, control)
  const told: Told = await runBounded(order, control.signal).then(
    (answer) => ({ id, answer }),
    (error: Error) => ({ id, fault: error.message }),
  )
  running.delete(id)
  process.send?.(told)
})
