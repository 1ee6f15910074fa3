import { change, now } from '../../../state/store.ts'

/** The stage by itself, or all of the page. */
export const toggleAlone = () => change({ alone: !now().alone })

export const leaveAlone = () => change({ alone: false })

/** The page for a hall, or for a desk. The speaker’s window has its own form. */
export const togglePresenting = () => change({ presenting: !now().presenting && now().speaker === null })
