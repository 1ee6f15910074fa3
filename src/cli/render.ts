import { join } from 'node:path'
import { grouped } from '../language/words.ts'
import { pictureNow, stepsShown } from '../state/exporting/pictures.ts'
import { change, now } from '../state/store.ts'
import { numberSaid, type RenderCall } from './call.ts'
import { misuse } from './fault.ts'
import { bytesOf, type CliFile, writeFiles } from './files.ts'
import { FORMATS } from './formats.ts'
import { goToMoment } from './moment.ts'
import type { Raster } from './png.ts'
import { readProgram } from './program.ts'
import { layOut } from './scene.ts'

/** What a call has to do with the machine, besides files. */
export interface Machine {
  readonly stdin: () => Promise<Uint8Array<ArrayBuffer>>
  readonly stdout: (data: string | Uint8Array) => void
  readonly stderr: (text: string) => void
  /** Whether what is written is read on a screen. */
  readonly isTerminal: boolean
  readonly wasm: Raster['wasm']
  readonly version: () => Promise<string>
}

/** Writes what a call asks for. All of it is made before anything is written. */
export async function render(call: RenderCall, machine: Machine): Promise<void> {
  const { file, format, said } = call
  if (format === 'png' && said.out === undefined && machine.isTerminal)
    throw misuse('A PNG is nothing to read: name its file by --out.')
  const program = file === null ? null : await readProgram(file, machine.stdin)
  machine.stderr(await goToMoment(program, call))
  const written = await writer(call, machine)
  if (said.steps !== undefined) return writeFiles(await eachStep(call, written), said.out as string)
  const data = await written()
  if (said.out === undefined) machine.stdout(data)
  else await writeFiles([{ path: said.out, data }], null)
}

/** What writes the moment at hand, again at each step. */
async function writer({ format, said }: RenderCall, machine: Machine): Promise<() => Promise<CliFile['data']>> {
  const how = FORMATS[format]
  if ('write' in how) return async () => how.write(said[format] ?? '')
  layOut(numberSaid(said, 'width', 1000), numberSaid(said, 'height', 600))
  const raster: Raster = {
    wasm: machine.wasm,
    font: said.font === undefined ? null : await bytesOf(said.font),
    scale: numberSaid(said, 'scale', 2),
    say: once((sentence) => machine.stderr(`gradual: ${sentence}\n`)),
  }
  return async () => how.draw(await pictureNow(now().theme ?? 'light'), raster)
}

/** What is true of each step is said once. */
function once(say: (sentence: string) => void): (sentence: string) => void {
  const said = new Set<string>()
  return (sentence) => {
    if (!said.has(sentence)) say(sentence)
    said.add(sentence)
  }
}

/** Files of one call. */
const MOST_STEPS = 2000

/** A file for each step of the pass that is named, else of all. */
async function eachStep({ said, format }: RenderCall, written: () => Promise<CliFile['data']>): Promise<CliFile[]> {
  const positions = stepsShown(said.pass === undefined ? 'all' : 'pass', MOST_STEPS)
  if (positions.length > MOST_STEPS)
    throw misuse(`These are more than ${grouped(MOST_STEPS)} steps: name a pass by --pass.`)
  const digits = String(positions.length - 1).length
  const how = FORMATS[format]
  const extension = 'ending' in how ? how.ending : how.endings[said[format] ?? '']
  const files: CliFile[] = []
  for (const [i, position] of positions.entries()) {
    change({ position })
    // Names of files are ours alone, whatever names the program has.
    const name = `step-${String(i).padStart(digits, '0')}.${extension}`
    files.push({ path: join(said.out as string, name), data: await written() })
  }
  return files
}
