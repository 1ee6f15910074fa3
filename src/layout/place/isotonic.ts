/**
 * Moves the items of a layer as close to their wishes as their distances allow: the least Σ weight·(y − wish)²,
 * solved exactly by pooling adjacent violators (Ayer et al., 1955). `shift` holds each item's least distance from
 * the first.
 */
export function isotonic(wish: Float64Array, weight: Float64Array, shift: Float64Array, count: number): void {
  const sum = new Float64Array(count)
  const mass = new Float64Array(count)
  const size = new Int32Array(count)
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
