import type { Nesting } from './nesting.ts'
import type { NamedValue, RunTrace, TracedValue } from './trace.ts'

/** What keeps a name for itself: inputs, and outputs by their plain names. */
interface Reserved {
  readonly inputs: ReadonlyMap<string, TracedValue>
  readonly outputs: readonly { readonly name: string; readonly value: TracedValue }[]
}

/**
 * What the values of a program are called, where its names stand for one value after another. The last value that a name
 * stands for keeps it; those before are `y (line 3)`, in a loop `y (round 2)`, or `y (line 3, round 2)` where other lines
 * give that name in such a round too. An input keeps its name against both. Within a function, and in the main program,
 * names are unique.
 */
export function shownNames(trace: RunTrace, nesting: Nesting, source: string, reserved: Reserved): NamedValue[] {
  const frames = new Map<number, NamedValue[]>()
  for (const named of trace.names) {
    const frame = frameOf(trace, nesting, named.block)
    if (frame === null || !nesting.needed.has(named.value)) continue
    if (frame === 0 && trace.lines[named.value].kind === 'input') continue
    const inFrame = frames.get(frame)
    if (inFrame) inFrame.push(named)
    else frames.set(frame, [named])
  }
  const lineAt = lineCounter(source)
  return [...frames].flatMap(([frame, names]) => {
    const kept = frame === 0 ? reserved : { inputs: new Map<string, TracedValue>(), outputs: [] }
    return versionsIn(trace, names, kept, lineAt).map((named) => ({ ...named, block: nesting.keptAround[named.block] }))
  })
}

/** The call, or the main program, that the names of a block belong to; null where that call is no node, so that they are not shown. */
function frameOf(trace: RunTrace, nesting: Nesting, block: number): number | null {
  let frame = block
  while (trace.blocks[frame].kind !== 'call') frame = trace.blocks[frame].parent
  return nesting.isKept[frame] ? frame : null
}

function versionsIn(
  trace: RunTrace,
  names: readonly NamedValue[],
  { inputs, outputs }: Reserved,
  lineAt: (offset: number) => number,
): NamedValue[] {
  const last = new Map<string, TracedValue>()
  for (const { name, value } of names) last.set(name, value)
  for (const { name, value } of outputs) last.set(name, value)
  const taken = new Set<string>(inputs.keys())
  const linesIn = linesByRound(trace, names)
  const said = new Set<string>()
  const shown: NamedValue[] = []
  const say = (named: NamedValue, name: string) => {
    taken.add(name)
    shown.push({ ...named, name })
  }
  const isOutput = ({ name, value }: NamedValue) => outputs.some((one) => one.name === name && one.value === value)
  // Names of outputs come first: they are what a value with several names is called.
  for (const named of [...names.filter(isOutput), ...names.filter((one) => !isOutput(one))]) {
    const key = `${named.value} ${named.name}`
    if (said.has(key)) continue
    said.add(key)
    const isPlain = last.get(named.name) === named.value && !inputs.has(named.name)
    say(named, isPlain ? named.name : freeOf(versionName(named, roundOf(trace, named), linesIn, lineAt), taken))
  }
  return shown
}

/** `2` of a value that the second round of a loop gives, in a loop in a loop `2.1`; empty outside of loops. */
function roundOf({ blocks }: RunTrace, { block }: NamedValue): string {
  const rounds: string[] = []
  for (let around = block; blocks[around].kind !== 'call'; around = blocks[around].parent) {
    const { kind, name } = blocks[around]
    if (kind === 'round') rounds.unshift(name.replace(/\D/g, ''))
  }
  return rounds.join('.')
}

/** By name and round: the places in the text that give the name in it. */
function linesByRound(trace: RunTrace, names: readonly NamedValue[]): ReadonlyMap<string, ReadonlySet<number>> {
  const lines = new Map<string, Set<number>>()
  for (const named of names) {
    const key = `${named.name} ${roundOf(trace, named)}`
    lines.set(key, (lines.get(key) ?? new Set()).add(named.at.from))
  }
  return lines
}

function versionName(
  { name, at }: NamedValue,
  round: string,
  linesIn: ReadonlyMap<string, ReadonlySet<number>>,
  lineAt: (offset: number) => number,
): string {
  const line = `line ${lineAt(at.from)}`
  if (!round) return `${name} (${line})`
  const isOneLine = linesIn.get(`${name} ${round}`)?.size === 1
  return `${name} (${isOneLine ? '' : `${line}, `}round ${round})`
}

function freeOf(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name
  let count = 2
  while (taken.has(name.replace(/\)$/, `, value ${count})`))) count++
  return name.replace(/\)$/, `, value ${count})`)
}

function lineCounter(source: string): (offset: number) => number {
  const starts = [0]
  for (const { index } of source.matchAll(/\r\n|\r|\n/g)) starts.push(index + 1)
  return (offset) => {
    let line = starts.length
    while (line > 1 && starts[line - 1] > offset) line--
    return line
  }
}
