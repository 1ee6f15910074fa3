import type { PyParameter } from './pySyntax.ts'
import { childrenOf, type GrammarNode, type Reading, separated } from './reading.ts'

/** What stands in brackets after the name of a function, or after `lambda`. Type hints are passed over. */
export function readParameters(reading: Reading, list: GrammarNode): PyParameter[] {
  const nodes = childrenOf(list).filter(({ name }) => name !== '(' && name !== ')' && name !== 'TypeDef')
  let parameters: PyParameter[] = []
  let afterStar = false
  for (const group of separated(nodes, ',')) {
    if (group.length === 0) {
      // The grammar gives no node to the sign of `def f(a, /, b)`.
      parameters = parameters.map((parameter) => ({ ...parameter, kind: 'place' }))
      continue
    }
    const star = group[0].name === '*' || group[0].name === '**' ? group[0].name : ''
    if (star === '*' && group.length === 1) afterStar = true
    else parameters.push(readParameter(reading, group, star, afterStar))
    if (star === '*') afterStar = true
  }
  check(reading, parameters, list)
  return parameters
}

function readParameter(reading: Reading, group: readonly GrammarNode[], star: string, afterStar: boolean): PyParameter {
  const [name, , initial] = star ? group.slice(1) : group
  const kind = star === '*' ? 'rest' : star === '**' ? 'others' : afterStar ? 'keyword' : 'either'
  return {
    name: reading.name(name),
    kind,
    initial: initial ? reading.expression(initial) : null,
    ...reading.span(group[0], group[group.length - 1]),
  }
}

function check(reading: Reading, parameters: readonly PyParameter[], list: GrammarNode): void {
  const names = parameters.map(({ name }) => name)
  const twice = names.find((name, k) => names.indexOf(name) < k)
  if (twice) reading.refuse(`Two parameters are named \`${twice}\`.`, list)
  const byPlace = parameters.filter(({ kind }) => kind === 'either' || kind === 'place')
  const firstInitial = byPlace.findIndex(({ initial }) => initial)
  if (firstInitial >= 0 && byPlace.slice(firstInitial).some(({ initial }) => !initial))
    reading.refuse('A parameter without a default stands after one with a default.', list)
}
