/** One measured thing: `value` is what was seen, `holds` whether it reaches `goal`. */
export type Figure = { name: string; value: string; goal: string; holds: boolean }

/** `short`: a seed of the long run, as `npm test` does it; `renew`: what is kept to compare with is made anew. */
export type Options = { short: boolean; renew: boolean }
export type Part = (options: Options) => Promise<Figure[]>

/**
 * Runs the parts named on the command line (all without names) and prints a line a figure.
 * Ends with `N passed, N failed`; the exit code is 1 when a goal is missed or a part breaks.
 */
export async function longRun(parts: Record<string, Part>): Promise<void> {
  const args = process.argv.slice(2)
  const options = { short: args.includes('--short'), renew: args.includes('--renew') }
  const named = args.filter((arg) => !arg.startsWith('-'))
  const unknown = named.find((name) => !parts[name])
  if (unknown) {
    console.error(`There is no part "${unknown}": ${Object.keys(parts).join(', ')}.`)
    process.exit(1)
  }
  let passed = 0
  let failed = 0
  for (const [name, part] of Object.entries(parts)) {
    if (named.length && !named.includes(name)) continue
    for (const figure of await figuresOf(name, part, options)) {
      console.log(line(figure))
      if (figure.holds) passed += 1
      else failed += 1
    }
  }
  console.log(`${passed} passed, ${failed} failed`)
  process.exit(failed ? 1 : 0)
}

async function figuresOf(name: string, part: Part, options: Options): Promise<Figure[]> {
  try {
    return await part(options)
  } catch (error) {
    const value = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return [{ name, value, goal: 'runs to its end', holds: false }]
  }
}

const line = ({ name, value, goal, holds }: Figure) => `${holds ? 'ok  ' : 'MISS'} ${name}: ${value} (goal ${goal})`

/** A short run has cold code and a busy machine: it shows that the measuring works, and only gross slowness fails it. */
const slack = 10

/**
 * A figure of time that is to be at most `goal` milliseconds. The goal itself binds long runs alone: speed is not
 * what tests may fail by.
 * @param detail what stands behind the value, like how many were measured
 */
export function atMost(goal: number, name: string, ms: number, short: boolean, detail = ''): Figure {
  return {
    name,
    value: `${ms < 100 ? ms.toFixed(1) : Math.round(ms)} ms${detail && `, ${detail}`}`,
    goal: `≤ ${goal} ms${short ? `, in a short run ≤ ${goal * slack}` : ''}`,
    holds: ms <= goal * (short ? slack : 1),
  }
}

/** The middle of what was measured; of an even number the lower one. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN
}
