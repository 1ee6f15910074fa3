import type { Dialect } from './dialects.ts'
import type { Drawing } from './drawing.ts'
import type { PrintedGraph } from './randomGraph.ts'

/** How a text calls the nodes where a statement stands. */
export type Reads = (node: number) => string

/** What a branch that is not taken would give. */
const WRONG = '99.0'

const indented = (lines: readonly string[]): string[] => lines.map((line) => `    ${line}`)

/** Writes nodes as statements, in one of the ways that Python has. */
export class StatementDrawing {
  readonly #draw: Drawing
  readonly #dialect: Dialect
  readonly #graph: PrintedGraph
  readonly #numberAt: (node: number) => number | null
  #count = 0

  constructor(draw: Drawing, dialect: Dialect, graph: PrintedGraph, numberAt: (node: number) => number | null) {
    this.#draw = draw
    this.#dialect = dialect
    this.#graph = graph
    this.#numberAt = numberAt
  }

  /** A name that stands nowhere else. */
  fresh(stem: string): string {
    return `${stem}${++this.#count}`
  }

  expression(node: number, reads: Reads, literal = this.#graph.nodes[node].literal): string {
    const { operation, operands } = this.#graph.nodes[node]
    const [a, b] = operands.map(reads)
    return this.#draw.of(operation?.python[this.#dialect] ?? [])(a, b, literal)
  }

  /** The target gets what the node is; numbers of `scalars` can decide branches. */
  assignment(node: number, target: string, reads: Reads, scalars: readonly number[], literal?: string): string[] {
    const expression = this.expression(node, reads, literal)
    const [kind, holds, fails] = [
      this.#draw.below(8),
      this.condition(scalars, reads, true),
      this.condition(scalars, reads, false),
    ]
    if (kind === 0 && holds && fails)
      return [
        `if ${fails}:`,
        `    ${target} = ${WRONG}`,
        `elif ${holds}:`,
        `    ${target} = ${expression}`,
        'else:',
        `    ${target} = ${WRONG}`,
      ]
    if (kind === 1 && fails)
      return [`if ${fails}:`, `    ${target} = ${WRONG}`, 'else:', `    ${target} = ${expression}`]
    if (kind === 2 && holds) return [`${target} = ${expression} if ${holds} else ${WRONG}`]
    if (kind === 3 && fails) return [`${target} = ${WRONG} if ${fails} else (${expression})`]
    if (kind === 4 && !literal) return this.#lambda(node, target, reads)
    return [`${target} = ${expression}`]
  }

  /** A comparison that holds at the point, or one that does not, whatever rounding does. */
  condition(scalars: readonly number[], reads: Reads, holds: boolean): string | null {
    if (scalars.length === 0) return null
    const node = this.#draw.of(scalars)
    const value = this.#numberAt(node)
    if (value === null) return null
    const distance = (2 + this.#draw.below(20)) / 10
    const [below, above] = [value - distance, value + distance].map((x) => x.toFixed(2))
    const text = reads(node)
    const [low, high] = [`${text} > ${below}`, `${above} >= ${text}`]
    const between = `${below} < ${text} <= ${above}`
    return this.#draw.of(
      holds
        ? [low, high, between, `${low} and ${high}`, `not ${text} < ${below}`]
        : [`${text} < ${below}`, `not (${between})`],
    )
  }

  #lambda(node: number, target: string, reads: Reads): string[] {
    const { operands, literal } = this.#graph.nodes[node]
    const name = this.fresh('g')
    const [a, b] = operands.map(reads)
    const inside: Reads = (operand) => (operand === operands[0] ? 'a' : 'b')
    const given = operands.length === 2 && operands[0] !== operands[1]
    // The second operand is given by place, by name, or stands in the default.
    const [parameters, call] = this.#draw.of(
      given
        ? [
            ['a, b', `${a}, ${b}`],
            ['a, b', `b=${b}, a=${a}`],
            [`a, b=${b}`, a],
          ]
        : [['a', a]],
    )
    return [
      `${name} = lambda ${parameters}, k=${literal}: ${this.expression(node, inside, 'k')}`,
      `${target} = ${name}(${call})`,
    ]
  }

  /** Nodes one after the other as a function, or as an object that is called, and a call of it that gives `results` to the targets. */
  called(nodes: readonly number[], results: readonly number[], targets: readonly string[], reads: Reads): string[] {
    const made = new Map(nodes.map((node, k) => [node, `s${k}`]))
    const free = [...new Set(nodes.flatMap((node) => this.#graph.nodes[node].operands))].filter(
      (node) => !made.has(node),
    )
    // Those whose text is a name can be read from around.
    const parameters = free.filter((node) => !/^\w+$/.test(reads(node)) || !this.#draw.once(4))
    const names = new Map(parameters.map((node, k) => [node, `p${k}`]))
    const inside: Reads = (node) => made.get(node) ?? names.get(node) ?? reads(node)
    const known = [...parameters]
    const body: string[] = []
    const kind = this.#draw.below(4)
    // One number is not written where it is read: it stands in the object, or in a default.
    const numbered = nodes.find((node) => this.#graph.nodes[node].operation?.readsNumber)
    const number = kind === 0 ? 'self.scale' : 'k'
    for (const node of nodes) {
      const scalars = known.filter((each) => this.#graph.nodes[each].shape.length === 0)
      body.push(...this.assignment(node, inside(node), inside, scalars, node === numbered ? number : undefined))
      known.push(node)
    }
    body.push(`return ${results.map(inside).join(', ')}`)
    const given = parameters.map((node) => `${this.#draw.once(3) ? `${names.get(node)}=` : ''}${reads(node)}`)
    const firstNamed = given.findIndex((text) => /^p\d+=/.test(text))
    const call = given.map((text, k) =>
      firstNamed >= 0 && k > firstNamed ? `${names.get(parameters[k])}=${reads(parameters[k])}` : text,
    )
    const written = numbered === undefined ? '1.0' : this.#graph.nodes[numbered].literal
    const own = kind === 0 || numbered === undefined ? [] : [`k=${written}`]
    const taken = [...parameters.map((_, k) => `p${k}`), ...own].join(', ')
    return this.#callable(kind, taken, body, call, written).map((line) => line.replace('RESULTS', targets.join(', ')))
  }

  #callable(kind: number, taken: string, body: readonly string[], call: readonly string[], number: string): string[] {
    const name = this.fresh(kind === 0 ? 'Layer' : 'h')
    const given = call.join(', ')
    if (kind === 0)
      return [
        `class ${name}:`,
        '    def __init__(self, scale=1.0):',
        '        self.scale = scale',
        `    def __call__(self, ${taken}):`,
        ...indented(indented(body)),
        `RESULTS = ${name}(${number})(${given})`,
      ]
    if (kind === 1)
      return [
        `def ${name}(*args):`,
        `    def inner(${taken}):`,
        ...indented(indented(body)),
        '    return inner(*args)',
        `RESULTS = ${name}(${call.map((text) => text.replace(/^p\d+=/, '')).join(', ')})`,
      ]
    return [`def ${name}(${taken}):`, ...indented(body), `RESULTS = ${name}(${given})`]
  }

  /** Rounds that do the same to what they carry, as a loop or a function that calls itself. */
  rounds(parts: readonly (readonly number[])[], target: string, reads: Reads): string[] {
    const { nodes } = this.#graph
    const [[first, last]] = parts
    const [start, other] = nodes[first].operands
    const numbers = parts.map(([node]) => nodes[node].literal)
    const counter = this.fresh('i')
    const carried = target
    const text = (number: string): string[] => {
      const inside: Reads = (node) => (node === first ? 't' : node === start ? carried : reads(other))
      // Where what is carried meets itself, the second one is what it was before the loop.
      const again = (node: number): string => (node === start && start === other ? 'before' : inside(node))
      const [a, b] = nodes[first].operands
      const { operation } = nodes[first]
      const one = this.#draw.of(operation?.python[this.#dialect] ?? [])(inside(a), again(b), number)
      return [`t = ${one}`, `${carried} = ${this.expression(last, inside)}`]
    }
    const begin =
      start === other ? [`before = ${reads(start)}`, `${carried} = before`] : [`${carried} = ${reads(start)}`]
    const list = `[${numbers.join(', ')}]`
    const count = parts.length
    if (new Set(numbers).size > 1)
      return [
        ...begin,
        ...this.#draw.of([
          [`for ${counter} in ${list}:`, ...indented(text(counter))],
          [`for ${counter}, k in enumerate(${list}):`, ...indented(text('k'))],
          [`for k, ${counter} in zip(${list}, range(${count})):`, ...indented(text('k'))],
          [`for ${counter} in range(${count}):`, ...indented(text(`${list}[${counter}]`))],
        ]),
      ]
    return [
      ...begin,
      ...this.#draw.of([
        [`for ${counter} in range(${count}):`, ...indented(text(numbers[0]))],
        [`${counter} = 0`, `while ${counter} < ${count}:`, ...indented([...text(numbers[0]), `${counter} += 1`])],
        [
          'while True:',
          ...indented([`${counter} = 1`, ...text(numbers[0]), 'break']),
          `for ${counter} in range(1, ${count}):`,
          ...indented(text(numbers[0])),
        ],
        [
          `def again(${carried}, left):`,
          ...indented([
            'if left == 0:',
            `    return ${carried}`,
            ...text(numbers[0]),
            `return again(${carried}, left - 1)`,
          ]),
          `${carried} = again(${carried}, ${count})`,
        ],
      ]),
    ]
  }

  /** The same of several nodes, as a comprehension or a loop that appends. */
  terms(parts: readonly (readonly number[])[], targets: readonly string[], reads: Reads): string[] {
    const { nodes } = this.#graph
    const [first] = parts[0]
    const of = `(${parts.map(([node]) => reads(nodes[node].operands[0])).join(', ')})`
    const expression = this.expression(first, () => 't')
    const list = this.fresh('terms')
    return this.#draw.of([
      [`${targets.join(', ')} = [${expression} for t in ${of}]`],
      [`${list} = []`, `for t in ${of}:`, `    ${list}.append(${expression})`, `${targets.join(', ')} = ${list}`],
      [`${targets.join(', ')} = tuple(${expression} for ${this.fresh('i')}, t in enumerate(${of}))`],
      [`${targets.join(', ')} = map(lambda t: ${expression}, ${of})`],
      [`${targets.join(', ')} = [${expression} for t, _ in zip(${of}, range(${parts.length}))]`],
    ])
  }
}
