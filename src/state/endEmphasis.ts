import { change, useGradual } from './store.ts'

/** What stands out in the graph is of these chapters: it does no more once another one is open. */
export const endEmphasis = (): (() => void) =>
  useGradual.subscribe(({ emphasis, tab }) => {
    if (emphasis && tab !== 'chain' && tab !== 'jacobian') change({ emphasis: null })
  })
