/** A group of commands: `stet <name> …`. */
export type Group = {
  /** What `stet help` says, one line a command. */
  help: readonly string[]
  /** @returns lines to print. @throws Refusal with the cure; `usage` when it does not understand */
  run(args: string[]): Promise<readonly string[]>
}

/** Thrown when the words make no command of this group: its help is shown. */
export class Usage extends Error {}
