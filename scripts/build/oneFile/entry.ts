const WORKERS = import.meta.glob('/src/**/*.worker.ts')

/**
 * Where the one file begins. Its script is the page, and it is each worker too: a worker is started from the same text
 * (`ownAddress.ts`) and goes by the name of its module.
 */
if (typeof document === 'undefined') void WORKERS[self.name]()
else void import('../../../src/main.tsx')
