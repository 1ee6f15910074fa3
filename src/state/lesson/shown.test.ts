import { expect, test } from 'vitest'
import { graphOf } from '../../../verification/fixtures/compiled.ts'
import { LECTURE } from '../../../verification/fixtures/programs.ts'
import { nodeName } from '../../notation/symbols.ts'
import { edgeNamed, isThere, namesOfEdges } from './editing/named.ts'
import { shownIn } from './shown.ts'

const lecture = graphOf(LECTURE)

test('a node is named by its name on the tape', () => {
  const [node] = shownIn(lecture, 'v2').nodes
  expect(nodeName(lecture, node)).toBe('v2')
})

test('every edge is found by the name that it is given, and by no other', () => {
  const twice = graphOf('x = 3\nf = x*x + sin(x)')
  for (const graph of [lecture, twice]) {
    const names = namesOfEdges(graph)
    expect(new Set(names).size).toBe(graph.consumer.length)
    for (const [edge, name] of names.entries()) {
      expect(shownIn(graph, name).edges).toEqual([edge])
      expect(edgeNamed(graph, edge)).toBe(name)
    }
  }
  expect(shownIn(twice, 'x>v1').edges).toHaveLength(2)
})

test('lines are named one by one or as a range; a range that runs backwards is empty, and no text is an error', () => {
  expect(shownIn(lecture, 'lines:2').lines).toEqual([[2, 2]])
  expect(shownIn(lecture, 'lines:2-3').lines).toEqual([[2, 3]])
  for (const item of ['', 'part:counts', 'x9', 'x1>x9', 'lines:', 'lines:1e9', '>', 'x1>:2', '__proto__'])
    expect(shownIn(lecture, item), item).toEqual({ nodes: [], edges: [], lines: [] })
  expect([isThere(lecture, 'part:counts'), isThere(lecture, 'x9')]).toEqual([true, false])
})
