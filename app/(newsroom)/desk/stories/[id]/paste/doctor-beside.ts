import type { Look, Seen } from './doctor-look'

export type Beside = { ask: (what: Look) => void; end: () => void }

/** As few blocks take no time that anybody feels, and no worker is worth its start. */
const few = 60

/**
 * Looks at texts beside the page, one after the other; of those that come meanwhile only the last is looked at. Where
 * there is no worker to be had, it looks here.
 * @param onSeen told the newest that has been seen
 */
export function doctorBeside(onSeen: (seen: Seen) => void, start = startWorker): Beside {
  let worker: Worker | undefined
  let busy = false
  let next: Look | undefined
  let broken = false
  let ended = false
  const begin = (what: Look) => {
    busy = true
    const done = (seen?: Seen) => {
      busy = false
      if (seen && !ended) onSeen(seen)
      const then = next
      next = undefined
      if (then) begin(then)
    }
    if (broken || (!worker && what.blocks.length <= few))
      // Few texts need him; where he is not to be had, the next change asks for him again.
      return void here().then(
        ({ look }) => done(look(what)),
        () => done(),
      )
    worker ??= start(done, () => {
      broken = true
      const last = next ?? what
      next = undefined
      begin(last)
    })
    worker.postMessage(what)
  }
  return {
    ask(what) {
      if (busy) next = what
      else begin(what)
    },
    end() {
      ended = true
      worker?.terminate()
    },
  }
}

const here = () => import('./doctor-look')

function startWorker(onSeen: (seen: Seen) => void, onBroken: () => void): Worker {
  const worker = new Worker(new URL('./doctor-worker.ts', import.meta.url))
  worker.onmessage = ({ data }: MessageEvent<Seen>) => onSeen(data)
  worker.onerror = onBroken
  return worker
}
