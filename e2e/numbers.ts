import type { Page } from '@playwright/test'
import { adjoint, type Graph, type Mode, passCount, primal, seedAt, tangent, unitSeed } from '../src/core.ts'
import { nodeNamed } from '../src/notation/symbols.ts'

type Kind = 'value' | 'tangent' | 'adjoint'

/** Numbers that the page shows, under the names that they stand under. */
export interface ShownNumbers {
  readonly source: string
  /** Of the table "Jacobian", by "output/input". */
  readonly cells: Readonly<Record<string, number>>
  /** Of each graph, by node. */
  readonly graphs: readonly (readonly {
    readonly name: string
    readonly facts: { readonly [K in Kind]?: number[] }
  }[])[]
}

/** All of them at one moment. */
export const shownNumbers = (page: Page): Promise<ShownNumbers> =>
  page.evaluate(() => {
    /** The cell at each place of a table, whichever rows and columns it spans. */
    const gridOf = (section: HTMLTableSectionElement | null | undefined) => {
      const grid: HTMLTableCellElement[][] = [...(section?.rows ?? [])].map(() => [])
      ;[...(section?.rows ?? [])].forEach((row, top) => {
        let left = 0
        for (const cell of row.cells) {
          while (grid[top][left]) left++
          for (let down = 0; down < cell.rowSpan; down++)
            for (let right = 0; right < cell.colSpan; right++) grid[top + down][left + right] = cell
        }
      })
      return grid
    }
    const table = document.querySelector<HTMLTableElement>('table[aria-label="Jacobian"]')
    const heads = gridOf(table?.tHead).at(-1) ?? []
    const cells = gridOf(table?.tBodies[0]).flatMap((row) => {
      const output = row.find((cell) => cell.scope === 'row')?.textContent
      return row.flatMap((cell, column) => {
        const value = cell.tagName === 'TD' ? cell.querySelector('data')?.getAttribute('value') : null
        return value == null ? [] : [[`${output}/${heads[column].textContent}`, Number(value)] as const]
      })
    })
    const numbers = (text: string) => text.match(/-?[\d.]+(e[+-]?\d+)?|NaN|-?Infinity/g)?.map(Number) ?? []
    const factsOf = (node: Element) =>
      ['value', 'tangent', 'adjoint'].flatMap((kind) => {
        const text = node.getAttribute(`data-${kind}`)
        return text === null ? [] : [[kind, numbers(text)] as const]
      })
    const graphs = [...document.querySelectorAll('[aria-label="Graph"]')].map((graph) =>
      [...graph.querySelectorAll('[data-node]')].map((node) => ({
        name: node.getAttribute('data-node') ?? '',
        facts: Object.fromEntries(factsOf(node)),
      })),
    )
    const lines = [...document.querySelectorAll('.cm-content .cm-line')].map((line) => line.textContent)
    return { source: lines.join('\n'), cells: Object.fromEntries(cells), graphs }
  })

const isClose = (a: number, b: number) => Object.is(a, b) || Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b))

/** What the page shows that is not what the core computes for the graph. */
export function wrongNumbers(graph: Graph, { cells, graphs }: ShownNumbers): string[] {
  const values = primal(graph)
  const seeds = (mode: Mode) => Array.from({ length: passCount(graph, mode) }, (_, index) => seedAt(graph, mode, index))
  const tangents = seeds('forward').map((seed) => ({ seed, numbers: tangent(values, unitSeed(graph, seed)).numbers }))
  const adjoints = seeds('reverse').map((seed) => ({ seed, numbers: adjoint(values, unitSeed(graph, seed)).numbers }))
  const expected = new Map(
    adjoints.flatMap(({ seed: of }) =>
      tangents.map(({ seed: by, numbers }) => [`${of.name}/${by.name}`, numbers[graph.offset[of.node] + of.entry]]),
    ),
  )
  const inTable = Object.entries(cells)
    .filter(([key, value]) => !isClose(value, expected.get(key) ?? Number.NEGATIVE_INFINITY))
    .map(([key, value]) => `∂${key} is ${value}, not ${expected.get(key)}`)
  const passes = {
    value: [values.values],
    tangent: tangents.map(({ numbers }) => numbers),
    adjoint: adjoints.map(({ numbers }) => numbers),
  }
  const agrees = (pass: Float64Array, name: string, shown: readonly number[]) => {
    const node = nodeNamed(graph, name)
    // A constant is named by its value.
    if (node === undefined) return pass !== values.values || (shown.length === 1 && shown[0] === Number(name))
    const own = pass.subarray(graph.offset[node], graph.offset[node + 1])
    return own.length === shown.length && own.every((number, entry) => isClose(shown[entry], number))
  }
  // A graph shows the derivatives of one seed at a time.
  const isOfNoPass = (nodes: ShownNumbers['graphs'][number], kind: Kind) =>
    passes[kind].every((pass) => nodes.some(({ name, facts }) => facts[kind] && !agrees(pass, name, facts[kind])))
  const inGraphs = graphs.flatMap((nodes, at) =>
    (['value', 'tangent', 'adjoint'] as const)
      .filter((kind) => nodes.length > 0 && isOfNoPass(nodes, kind))
      .map((kind) => `graph ${at}, ${kind}: ${JSON.stringify(nodes)}`),
  )
  return [...inTable, ...inGraphs]
}
