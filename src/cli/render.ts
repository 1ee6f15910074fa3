import { join } from 'node:path'
import { grouped } from '../language/words.ts'
import { currentSession, type Session } from '../state/session.ts'
import { change, now } from '../state/store.ts'
import { lengthAt, stepForward } from '../trace/position.ts'
import { type Call, numberSaid } from './call.ts'
import { misuse } from './fault.ts'
import { bytesOf, type CliFile, writeFiles } from './files.ts'
import { FORMATS } from './formats.ts'
import { goToMoment } from './moment.ts'
import { pictureOn, stageIn } from './picture.ts'
import type { Raster } from './png.ts'
import { readProgram } from './program.ts'

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
export async function render(call: Call, machine: Machine): Promise<void> {
  const { file, format, said } = call
  if (format === 'png' && said.out === undefined && machine.isTerminal)
    throw misuse('A PNG is nothing to read: name its file by --out.')
  const program = file === null ? null : await readProgram(file, machine.stdin)
  machine.stderr(await goToMoment(program, call))
  const { ending, write } = FORMATS[format]
  const stage = stageIn({ width: numberSaid(said, 'width', 1000), height: numberSaid(said, 'height', 600) })
  const raster = {
    wasm: machine.wasm,
    font: said.font === undefined ? null : await bytesOf(said.font),
    scale: numberSaid(said, 'scale', 2),
  }
  const written = async () => write(await pictureOn(stage), raster)
  if (said.steps !== undefined) return writeFiles(await eachStep(said, ending, written), said.out as string)
  const data = await written()
  if (said.out === undefined) machine.stdout(data)
  else await writeFiles([{ path: said.out, data }], null)
}

/** Files of one call. */
const MOST_STEPS = 2000

/** A file for each step from where the moment stands: of its pass if one is named, else to the end of all. */
async function eachStep({ pass, out }: Call['said'], ending: string, written: () => Promise<CliFile['data']>) {
  const { timeline } = currentSession(now()) as Session
  const positions = [...stepsFrom(timeline, pass !== undefined)]
  if (positions.length > MOST_STEPS)
    throw misuse(`These are more than ${grouped(MOST_STEPS)} steps: name a pass by --pass.`)
  const digits = String(positions.length - 1).length
  const files: CliFile[] = []
  for (const [i, position] of positions.entries()) {
    change({ position })
    // Names of files are ours alone, whatever names the program has.
    files.push({
      path: join(out as string, `step-${String(i).padStart(digits, '0')}.${ending}`),
      data: await written(),
    })
  }
  return files
}

function* stepsFrom(timeline: Session['timeline'], isOnePass: boolean) {
  const { shown, granularity } = now()
  let { position } = now()
  for (let count = 0; count <= MOST_STEPS; count++) {
    yield position
    const isAtEnd = position.step >= lengthAt(timeline, shown, position)
    const next = isOnePass && isAtEnd ? null : stepForward(timeline, shown, position, granularity)
    if (!next) return
    position = next
  }
}
