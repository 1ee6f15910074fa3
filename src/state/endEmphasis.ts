import { change, useGradual } from './store.ts'

/** What stands out in the graph is of these chapters, or of the lesson that is being written: it does no more once another one is open. */
export const endEmphasis = (): (() => void) =>
  useGradual.subscribe(({ emphasis, tab, editing }) => {
    if (emphasis && !editing && tab !== 'chain' && tab !== 'jacobian') change({ emphasis: null })
  })
