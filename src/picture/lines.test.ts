import { expect, test } from 'vitest'
import { closedGraphOf } from '../../verification/fixtures/compiled.ts'
import { inLines, tells } from './lines.ts'
import { isStructureOf, type Structure, structureOf } from './structure.ts'

const LOGISTIC = `w = 0.4
b = 0.1
z = w*1.2 + b
p = 1/(1 + exp(-z))
loss = -log(p)*2 + z`

const linesOf = (source: string, open: ReadonlySet<number> = new Set()) =>
  inLines(structureOf(closedGraphOf(source)), open)

const drawnIn = ({ nodes, figures }: Structure) =>
  nodes.map((node) => `${figures[node].line ? 'line ' : ''}${figures[node].definition || figures[node].name}`)
const edgesIn = ({ edges, figures, standsIn, graph }: Structure) =>
  edges.map((edge) =>
    [graph.operand[edge], graph.consumer[edge]].map((node) => figures[standsIn[node]].variable).join(' → '),
  )
const placeOf = (source: string, name: string) => {
  const graph = closedGraphOf(source)
  const [node] = [...graph.names].find(([, names]) => names.includes(name)) ?? [0]
  return ~graph.place[node]
}

test('a definition is one line, of which all is part that computes nothing else', () => {
  expect(drawnIn(linesOf(LOGISTIC))).toEqual(['line w', 'line b', 'line z', 'line p', 'line loss'])
})

test('between two lines there is one edge, however often one reads the other', () => {
  expect(edgesIn(linesOf('x = 2\ny = x*sin(x) + x'))).toEqual(['x → v₃'])
})

test('a line opens in place: its nodes stand in a group, all others stay lines', () => {
  const lined = linesOf(LOGISTIC, new Set([placeOf(LOGISTIC, 'p')]))
  expect(drawnIn(lined)).toEqual(['line w', 'line b', 'line z', 'v3', 'v4', 'v5', 'p', 'line loss'])
  expect(lined.groups.map(({ name }) => name)).toEqual(['p'])
})

test('what several definitions read is a line of its own', () => {
  const source = 'x = 2\ny = sin(x) + 1\nz = sin(x)*3'
  expect(drawnIn(linesOf(source))).toEqual(['line x', 'line v1', 'line y', 'line z'])
})

test('lines are the same picture while only numbers change, and still one of the graph', () => {
  const before = linesOf(LOGISTIC)
  expect(linesOf(LOGISTIC.replace('0.4', '0.7'))).toBe(before)
  expect(isStructureOf(before, closedGraphOf(LOGISTIC.replace('0.1', '0.3')))).toBe(true)
})

test('lines are chosen for a long program of several definitions, none of which is most of it', () => {
  const steps = (count: number) => Array.from({ length: count }, (_, i) => `x${i + 1} = sin(2*x${i})`)
  expect(tells(linesOf(['x0 = 1', ...steps(20)].join('\n')))).toBe(true)
  expect(tells(linesOf(['x0 = 1', ...steps(5)].join('\n')))).toBe(false)
  const sum = Array.from({ length: 30 }, (_, i) => `sin(x*${i + 2})`).join(' + ')
  expect(tells(linesOf(`x = 1\nf = ${sum}`))).toBe(false)
})
