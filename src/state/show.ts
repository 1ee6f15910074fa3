import { create } from 'zustand'
import { change, now, useGradual } from './store.ts'
import type { Tab } from './tabs.ts'

/** What is held over the stage: a large dot that follows the pointer, or a pen. */
export type HeldTool = 'laser' | 'pen'

/** What is brought to the stage when it is asked for: the step’s formula, or the table of the ledger or the chapter. */
type Brought = 'formula' | 'table'

/** How much larger than before the graph is seen, around which node; around its middle where none is near. */
interface Enlarged {
  readonly times: number
  readonly at: string | null
}

interface Show {
  /** Whether the screen is black. */
  readonly blank: boolean
  /** Whether the screen stands still while the page beneath goes on. */
  readonly frozen: boolean
  readonly tool: HeldTool | null
  /** Whether the code that opens this moment on phones is in the corner. */
  readonly code: boolean
  readonly brought: Brought | null
  /** The tab that was open before something was brought. */
  readonly tab: Tab | null
  readonly enlarged: Enlarged | null
  /** In the speaker’s window: whether the hall’s presents. */
  readonly hallPresents: boolean
}

const AT_FIRST: Show = {
  ...{
    blank: false,
    frozen: false,
    tool: null,
    code: false,
    brought: null,
    tab: null,
    enlarged: null,
    hallPresents: false,
  },
}

/** Set by what presents: it enlarges the graph at the pointer by a factor. */
export const zoomer: { by: ((factor: number) => void) | null } = { by: null }

/** What passes while the page is presented: no link carries it. */
export const useShow = create<Show>(() => AT_FIRST)

/** F5 on a clicker: the show begins, or goes on, from here. */
export const startShow = (): void => setPresenting(true)

export function endShow(): void {
  clearShow()
  setPresenting(false)
}

/** Whether a hall is shown the page. The speaker’s window has its own form. */
export const isPresented = (): boolean => (now().speaker === null ? now().presenting : useShow.getState().hallPresents)

export function setPresenting(presenting: boolean): void {
  if (isPresented() === presenting) return
  if (now().speaker === null) change({ presenting })
  else useShow.setState({ hallPresents: presenting })
}

/** All is as before the show. */
export function clearShow(): void {
  putBack()
  useShow.setState(AT_FIRST)
}

/** What was brought belongs to its scene; the next one has a tab of its own. Ends when called. */
export const followScene = (): (() => void) =>
  useGradual.subscribe(({ scene }, before) => {
    if (scene !== before.scene) useShow.setState({ brought: null, tab: null })
  })

export const toggleBlank = () => useShow.setState(({ blank }) => ({ blank: !blank }))
export const toggleFrozen = () => useShow.setState(({ frozen }) => ({ frozen: !frozen }))
export const toggleCode = () => useShow.setState(({ code }) => ({ code: !code }))
export const toggleTool = (one: HeldTool) => useShow.setState(({ tool }) => ({ tool: tool === one ? null : one }))

/** Takes away what was brought: the tab that it needed closes. */
function putBack(): void {
  const { brought, tab } = useShow.getState()
  if (brought === null) return
  useShow.setState({ brought: null, tab: null })
  if (tab !== null) change({ tab })
}

/** Brings the formula or the table to the stage, or takes it away. */
export const bring = (what: Brought) => show(useShow.getState().brought === what ? null : what)

/** Has this on the stage besides the graph, and nothing else. The table of a chapter is its page. */
export function show(what: Brought | null): void {
  if (useShow.getState().brought === what) return
  putBack()
  if (what === null) return
  const { tab } = now()
  const needed = what === 'formula' ? 'step' : tab === 'graph' || tab === 'step' ? 'trace' : tab
  useShow.setState({ brought: what, tab: needed === tab ? null : tab })
  if (needed !== tab) change({ tab: needed })
}
