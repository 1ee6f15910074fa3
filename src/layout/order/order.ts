/** Which item comes where in each layer, first to last across the flow. */
export interface Order {
  readonly layers: number[][]
  /** By item: its place in its layer. */
  readonly rank: Int32Array
}

export const copyOf = ({ layers }: Order): number[][] => layers.map((items) => items.slice())

export function restore(order: Order, layers: readonly (readonly number[])[]): void {
  layers.forEach((items, k) => {
    order.layers[k] = items.slice()
    number(order, k)
  })
}

/** Brings the ranks of a layer in line with its list. */
export function number({ layers, rank }: Order, k: number): void {
  layers[k].forEach((item, place) => {
    rank[item] = place
  })
}
