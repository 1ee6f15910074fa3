/** Takes the node that is pressed in the graph, by its stable id, in place of playback. */
type Taker = (id: number) => void

let taker: Taker | null = null

/** From now on presses of nodes answer a question; what it gives back ends that. */
export function takePresses(take: Taker): () => void {
  taker = take
  return () => {
    if (taker === take) taker = null
  }
}

/** Whether the press has been taken. */
export function isTaken(id: number): boolean {
  taker?.(id)
  return taker !== null
}
