/** Why nothing was written: what stands on stderr, and the exit code. 1 is about the program, 2 about the call. */
export class Fault extends Error {
  readonly code: 1 | 2

  constructor(code: 1 | 2, message: string) {
    super(message)
    this.code = code
  }
}

/** Something about the call that is not right. */
export const misuse = (message: string): Fault => new Fault(2, message)
