import { misuse } from './fault.ts'
import { bytesOf } from './files.ts'
import type { ReadProgram } from './moment.ts'

/** Reads the program of a file, or of stdin where it is named `-`. */
export async function readProgram(file: string, stdin: () => Promise<Uint8Array<ArrayBuffer>>): Promise<ReadProgram> {
  const bytes = file === '-' ? await stdin() : await bytesOf(file)
  return { file: file === '-' ? 'stdin' : file, text: textOf(bytes, file), moment: '' }
}

function textOf(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n')
  } catch {
    throw misuse(`“${file}” is no text in UTF-8.`)
  }
}
