import type { Plugin } from 'vite'

/**
 * The views of the chapter “Chain rule” are one file: apart they were nine, which share much and compress worse. Only `import()`
 * leads there from outside, so what the views share with other parts can stay where it is, and no two files import each other.
 */
export const chainChunk = (): Plugin => ({
  name: 'chain-chunk',
  apply: 'build',
  config: () => ({
    build: {
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [{ name: 'chain', test: /src\/ui\/panels\/chain\//, includeDependenciesRecursively: false }],
          },
        },
      },
    },
  }),
})
