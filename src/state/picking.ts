import { nodeName } from '../notation/symbols.ts'
import { now } from './store.ts'

/** Takes the node that is pressed in the graph, by its name on the tape, in place of playback. */
type Taker = (name: string) => void

let taker: Taker | null = null

/** From now on presses of nodes answer a question; what it gives back ends that. */
export function takePresses(take: Taker): () => void {
  taker = take
  return () => {
    if (taker === take) taker = null
  }
}

/** Whether the press of the node with that stable id has been taken. */
export function isTaken(id: number): boolean {
  if (taker === null) return false
  const { graph } = now().compilation
  const name = graph && nodeName(graph, graph.id.indexOf(id))
  if (name) taker(name)
  return true
}
