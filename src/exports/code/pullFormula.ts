import type { Graph, NodeIndex } from '../../graph/graph.ts'
import { shapeAt } from '../../graph/nodes.ts'
import { nodeAt, operandNamesAt } from '../../graph/operandNames.ts'
import { operationOf } from '../../graph/operations.ts'
import { type EdgeRule, isArrayPrimitive, type Operation } from '../../primitives/arrayPrimitive.ts'
import { broadcastTo, summedTo, times } from '../../primitives/formulaText.ts'
import { formulaOf, viewsOf } from '../../primitives/index.ts'
import { isReduction } from '../../primitives/plan.ts'
import type { Kink } from './kinks.ts'

/** What an edge hands on, as its record has it and as it is at the program's point. */
export function pullFormula(graph: Graph, node: NodeIndex, slot: number, kink: Kink | null): EdgeRule | null {
  return ruleOf(graph, node, slot, kink, 'a')
}

/** The same of a tangent pass. */
export function pushFormula(graph: Graph, node: NodeIndex, slot: number, kink: Kink | null): EdgeRule | null {
  return ruleOf(graph, node, slot, kink, 't')
}

/** Null where nothing is ever handed on. */
function ruleOf(graph: Graph, node: NodeIndex, slot: number, kink: Kink | null, factor: 'a' | 't'): EdgeRule | null {
  const operation = operationOf(graph, node) as Operation
  const shapes = operandNamesAt(graph, node).map((_, each) => shapeAt(graph, nodeAt(graph, node, each + 1)))
  const shape = shapeAt(graph, node)
  if (isArrayPrimitive(operation) || isReduction(operation, shapes.length)) {
    if (!isArrayPrimitive(operation) && operation.drops && formulaOf(operation, 0, 2) === '0') return null
    const { pull, push } = viewsOf(operation, slot, shapes, graph.attributes[graph.attribute[node]])
    return atZero(operation, kink, factor === 'a' ? pull : push)
  }
  const formula = kink?.formulas[slot] ?? formulaOf(operation, slot, shapes.length)
  if (operation.drops && formula === '0') return null
  const own = factor === 'a' ? factor : broadcastTo(factor, shapes[slot], shape)
  const product = productOf(own, formula)
  const guarded = kink?.isGuarded ? `where(${own} == 0, 0, ${product})` : product
  return { formula: factor === 'a' ? summedTo(guarded, shape, shapes[slot]) : guarded }
}

/** Norms and deviations have slopes of 0 where they are 0. */
function atZero({ name }: Operation, kink: Kink | null, rule: EdgeRule): EdgeRule {
  if (!kink || !/^(norm|std|samplestd)$/.test(name) || 'words' in rule) return rule
  const value = /reshape\(v, \[[^\]]*\]\)/.exec(rule.formula)?.[0] ?? 'v'
  const [, sum, inner, along] = /^(sum)\((.*?)((?:, axis=[^()]*|, keepdims=True)*)\)$/.exec(rule.formula) ?? []
  if (sum) return { formula: `sum(where(${value} == 0, 0, ${inner})${along})` }
  return { formula: `where(${value} == 0, 0, ${rule.formula})` }
}

/** A factor times a formula; where a branch of it is 0, nothing is multiplied there. */
function productOf(factor: string, formula: string): string {
  const branches = branchesOf(formula)
  if (branches) {
    const [condition, chosen, other] = branches
    return `where(${condition}, ${productOf(factor, chosen)}, ${productOf(factor, other)})`
  }
  if (formula === '0') return '0'
  const reciprocal = /^1\/(\w+|\w*\(.*\))$/.exec(formula)?.[1]
  return reciprocal && isWhole(reciprocal) ? `${factor}/${reciprocal}` : times(factor, formula)
}

/** Whether its last bracket closes its first. */
function isWhole(text: string): boolean {
  let depth = 0
  for (const [i, character] of [...text].entries()) {
    if (character === '(') depth++
    if (character === ')' && --depth === 0 && i < text.length - 1) return false
  }
  return true
}

/** The operands of a formula that is a `where`. */
function branchesOf(formula: string): string[] | null {
  if (!formula.startsWith('where(') || !isWhole(formula)) return null
  const parts = ['']
  let depth = 0
  for (const character of formula.slice('where('.length, -1)) {
    if (character === '(' || character === '[') depth++
    if (character === ')' || character === ']') depth--
    if (character === ',' && depth === 0) parts.push('')
    else parts[parts.length - 1] += character
  }
  return parts.length === 3 ? parts.map((part) => part.trim()) : null
}
