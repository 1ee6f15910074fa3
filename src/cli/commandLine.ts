import { askedBy } from './call.ts'
import { Fault } from './fault.ts'
import { HELP } from './help.ts'
import { type Machine, render } from './render.ts'

/** Does what the arguments ask for, and gives the exit code. */
export async function commandLine(args: readonly string[], machine: Machine): Promise<0 | 1 | 2> {
  // What programs have in their names and strings is never a command to the terminal.
  const say = (text: string) => machine.stderr(text.replace(/(?!\n)\p{Cc}/gu, '�'))
  try {
    const asked = askedBy(args)
    if (asked.does === 'render') await render(asked.call, { ...machine, stderr: say })
    else machine.stdout(asked.does === 'help' ? HELP : `${await machine.version()}\n`)
    return 0
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    say(error.code === 1 ? error.message : `gradual: ${error.message}\nSee gradual --help.\n`)
    return error.code
  }
}
