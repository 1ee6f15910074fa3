/**
 * A solver for layers of at most so many items: moves the wishes as little as the distances between them demand, to the
 * least Σ weight·(y − wish)², exactly, by pooling adjacent violators (Ayer et al., 1955). `shift` holds each item's
 * least distance from the first.
 */
export function isotonic(most: number) {
  const sum = new Float64Array(most)
  const mass = new Float64Array(most)
  const size = new Int32Array(most)
  return (wish: Float64Array, weight: Float64Array, shift: Float64Array, count: number): void => {
    let pools = 0
    for (let i = 0; i < count; i++) {
      sum[pools] = weight[i] * (wish[i] - shift[i])
      mass[pools] = weight[i]
      size[pools] = 1
      for (; pools > 0 && sum[pools - 1] * mass[pools] > sum[pools] * mass[pools - 1]; pools--) {
        sum[pools - 1] += sum[pools]
        mass[pools - 1] += mass[pools]
        size[pools - 1] += size[pools]
      }
      pools += 1
    }
    for (let pool = 0, i = 0; pool < pools; pool++)
      for (let end = i + size[pool]; i < end; i++) wish[i] = sum[pool] / mass[pool] + shift[i]
  }
}
