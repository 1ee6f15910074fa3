import { type ESTree, type Plugin, parseSync, Visitor } from 'vite'

/** What makes MathML, and text of elements: the page asks for elements alone. */
const OTHER_OUTPUTS = new Set(['mathmlBuilder', 'toMarkup'])
/** The measures of alphabets that are not served (`katexFonts.ts`). */
const UNSERVED = /^(AMS|Caligraphic|Fraktur|SansSerif|Script|Typewriter)-|-Bold/
/** What stands for parts that lead to all others. */
const INSTEAD = {
  buildTree: '(tree, _, settings) => buildHTMLTree(tree, settings)',
  katex: '{ render, ParseError, __parse: generateParseTree }',
}

const nameOf = (key: ESTree.Node): string =>
  key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : ''

/** KaTeX without what the page never asks for, a third of it. What only this used, the build leaves out by itself. */
export function withoutUnused(code: string): string {
  const edits: [from: number, to: number, put: string][] = []
  const leaveOut = ({ start, end }: ESTree.Node) => edits.push([start, code[end] === ',' ? end + 1 : end, ''])
  const instead = new Map(Object.entries(INSTEAD))
  new Visitor({
    Property(property) {
      const name = nameOf(property.key)
      if (OTHER_OUTPUTS.has(name)) leaveOut(property)
      else if (UNSERVED.test(name)) edits.push([property.value.start, property.value.end, '{}'])
    },
    MethodDefinition(method) {
      if (OTHER_OUTPUTS.has(nameOf(method.key))) leaveOut(method)
    },
    VariableDeclarator({ id, init }) {
      const put = instead.get(nameOf(id))
      if (!put || !init) return
      edits.push([init.start, init.end, put])
      instead.delete(nameOf(id))
    },
  }).visit(parseSync('katex.mjs', code).program)
  if (instead.size > 0) throw new Error(`KaTeX has changed: no ${[...instead.keys()].join(', ')}`)
  return edits
    .filter(([from], i) => !edits.some(([start, end], j) => j !== i && start <= from && from < end))
    .sort(([a], [b]) => b - a)
    .reduce((text, [from, to, put]) => text.slice(0, from) + put + text.slice(to), code)
}

export const katexParts = (): Plugin => ({
  name: 'katex-parts',
  apply: 'build',
  transform: {
    filter: { id: /katex\.mjs/ },
    handler: (code) => ({ code: withoutUnused(code), map: null }),
  },
})
