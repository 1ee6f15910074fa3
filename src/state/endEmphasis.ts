import { change, useGradual } from './store.ts'

/** What stands out in the graph is of these chapters, or of a lesson: it does no more once another one is open. */
export const endEmphasis = (): (() => void) =>
  useGradual.subscribe(({ emphasis, tab, lesson }) => {
    if (emphasis && lesson === null && tab !== 'chain' && tab !== 'jacobian') change({ emphasis: null })
  })
