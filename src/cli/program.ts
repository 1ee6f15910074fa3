import { carriedIn } from '../exports/carried/carriedIn.ts'
import { Fault } from './fault.ts'
import { bytesOf } from './files.ts'
import type { ReadProgram } from './moment.ts'

/** Reads the program of a file, or of stdin where it is named `-`: a text, or a picture that carries one with its moment. */
export async function readProgram(file: string, stdin: () => Promise<Uint8Array<ArrayBuffer>>): Promise<ReadProgram> {
  const name = file === '-' ? 'stdin' : file
  const found = carriedIn(name, file === '-' ? await stdin() : await bytesOf(file))
  if ('problem' in found) throw new Fault(1, `gradual: ${found.problem}\n`)
  const { program, moment } = found.carried
  return { file: name, text: program, moment }
}
