import type { Plugin } from 'vite'

/** Browsers have no `process`: what libraries do only where there is one, such as writing a log of how they parse, is left out. */
export const noProcess = (): Plugin => ({
  name: 'no-process',
  apply: 'build',
  config: () => ({ define: { process: 'undefined' } }),
})
