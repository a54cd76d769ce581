/** Why a file's text did not come, in words for who dropped it. */
export class NotTaken extends Error {
  constructor(
    message: string,
    readonly signedOut = false,
  ) {
    super(message)
  }
}
