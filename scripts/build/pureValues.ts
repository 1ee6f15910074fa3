import { type Plugin, parseSync } from 'vite'

/** Marks what variables of a module are made by as having no effect but the value, so that the build leaves out those without use. */
export function marked(code: string): string {
  const made = parseSync('module.mjs', code).program.body.flatMap((statement) => {
    const of = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
    return of?.type === 'VariableDeclaration' ? of.declarations.map(({ init }) => init) : []
  })
  return made.reduceRight(
    (text, init) =>
      init && /^(CallExpression|NewExpression)$/.test(init.type)
        ? `${text.slice(0, init.start)}/* @__PURE__ */ ${text.slice(init.start)}`
        : text,
    code,
  )
}

/** The packages of d3 make kinds of curves and speeds by functions called on the spot. The page uses one or two of each. */
export const pureValues = (): Plugin => ({
  name: 'pure-values',
  apply: 'build',
  transform: {
    filter: { id: /node_modules\/d3-[a-z]+\// },
    handler: (code) => ({ code: marked(code), map: null }),
  },
})
