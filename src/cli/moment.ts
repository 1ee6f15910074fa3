import { compile, type ProgramLanguage } from '../core.ts'
import type { Direction } from '../layout/layout.ts'
import type { Moment } from '../state/choices/all.ts'
import type { Theme } from '../state/choices/drawing.ts'
import { readLink } from '../state/link.ts'
import { passNamed, placeInPasses } from '../state/linkPlace.ts'
import { goToFragment } from '../state/linkState.ts'
import { currentSession, frameAtHand, type Session } from '../state/session.ts'
import { change, now } from '../state/store.ts'
import { goToEnd, type Panes, type Shown } from '../trace/position.ts'
import type { RenderCall } from './call.ts'
import { diagnosed } from './diagnosed.ts'
import { Fault, misuse } from './fault.ts'

/** A program as it was read: its text, and the moment that a picture carries besides. */
export interface ReadProgram {
  readonly file: string
  readonly text: string
  readonly moment: string
}

/** More steps than any pass has. */
const ALL = 999_999_999

/**
 * Goes to the moment that is asked for, as the page follows a link, and gives what there is to say of it. Options are fields
 * of the link, and come before what it says.
 */
export async function goToMoment(program: ReadProgram | null, { said }: RenderCall): Promise<string> {
  const link = fragmentOf(said.link ?? program?.moment ?? '')
  const { moment: linked } = await readLink(link)
  const text = program?.text ?? linked.program
  if (text === undefined) throw misuse('The link has no program: name a file.')
  const isMoved = ['pass', 'step', 'steps'].some((name) => name in said) || isOtherMode(said, linked)
  const fields = { ...(isMoved ? NO_PLACE : {}), ...fieldsSaid(said), program: text }
  await goToFragment(link, 'open' in said ? { ...fields, open: callsIn(text, fields.lang ?? linked.lang) } : fields)
  const diagnostics = diagnosticsOf(program?.file ?? 'link')
  const session = currentSession(now())
  if (!session || now().compilation.outOfDate || session.graph.size === 0) throw new Fault(1, diagnostics)
  const isPlaced = linked.pass !== undefined || linked.step !== undefined
  if (said.pass !== undefined || said.step !== undefined) place(session, said, isOtherMode(said, linked) ? {} : linked)
  else if (isMoved || !isPlaced) change({ position: goToEnd(session.timeline, now().shown) })
  return diagnostics + noticesOf(said)
}

/** What follows the sign of a fragment in an address; a fragment stands for itself. */
const fragmentOf = (link: string): string => link.slice(link.indexOf('#') + 1)

/** What a link says of the place in the passes, which options take from it. */
const NO_PLACE: Moment = Object.fromEntries(
  ['pass', 'step', 'term', 'wrt', 'out', 'race'].map((field) => [field, undefined]),
)

const isOtherMode = ({ mode }: RenderCall['said'], linked: Moment): boolean =>
  mode !== undefined && mode !== (linked.mode ?? 'compare')

/** What options say as links do. */
function fieldsSaid(said: RenderCall['said']): Moment {
  const fields: Moment = {
    mode: said.mode as Shown | undefined,
    theme: said.theme as Theme | undefined,
    panes: said.panes as Panes | undefined,
    direction: said.direction as Direction | undefined,
    lang: said.lang as ProgramLanguage | undefined,
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

/** The places of all functions that a program calls. */
function callsIn(program: string, language?: ProgramLanguage): readonly number[] {
  const { graph } = compile(program, { language, open: 'all' })
  return [...new Set(graph?.modules.map(({ place }) => place))]
}

/** What there is to say of the program: of one in LaTeX, what it would be as ours. */
function diagnosticsOf(file: string): string {
  const { source, compilation, reading } = now()
  const { diagnostics } = compilation.outOfDate ? compile(source, { language: reading ?? undefined }) : compilation
  const said = diagnostics.map((diagnostic) => diagnosed(file, source, diagnostic)).join('')
  const isEmpty = compilation.graph === null || compilation.graph.size === 0
  return said === '' && isEmpty ? `${file}:1:1: error: The program has nothing to compute.\n` : said
}

/** Goes to the pass and the step: of the first pass after the primal one where none is named, complete where no step is. */
function place({ timeline }: Session, { pass, step, steps }: RenderCall['said'], linked: Moment): void {
  const mode = now().shown === 'forward' ? 'forward' : 'reverse'
  const list = timeline[mode]
  const name = pass ?? linked.pass ?? passNamed(list.get(Math.min(1, list.count - 1)))
  placeInPasses({ pass: name, step: steps === undefined ? Number(step ?? ALL) : 0 })
  const frame = frameAtHand(now())
  if (pass === undefined || (frame && passNamed(frame.pass) === pass)) return
  throw misuse(
    `--pass cannot be “${pass}”: it is primal, or the name of an input or output that a pass of the mode begins at.`,
  )
}

/** What the page would say of the link, and where the pass is shorter than was thought. */
function noticesOf({ step }: RenderCall['said']): string {
  const frame = frameAtHand(now())
  const isShort = step !== undefined && frame !== null && frame.step < Number(step)
  const short = isShort ? [`The pass has ${frame.pass.steps.length} steps; this is its end.`] : []
  return [...now().notices.map(({ says }) => says), ...short].map((says) => `gradual: ${says}\n`).join('')
}
