/** The network 2-16-16-2, its data and its first parameters, which all engines have alike. */
export const WIDTHS = [2, 16, 16, 2] as const
export const BATCH = 32
export const RATE = 0.1

/** Numbers that are spread like normal ones, the same for every engine. */
function numbers(count: number, scale: number, seed: number): number[] {
  return Array.from({ length: count }, (_, i) => scale * Math.sin(12.9898 * (i + 1) + 78.233 * seed) * 1.4)
}

const matrix = (rows: number, columns: number, scale: number, seed: number): number[][] => {
  const entries = numbers(rows * columns, scale, seed)
  return Array.from({ length: rows }, (_, i) => entries.slice(i * columns, (i + 1) * columns))
}

export const features = matrix(BATCH, 2, 1, 1)
/** One-hot: which half-plane of a product a sample lies in. */
export const labels = features.map(([a, b]) => (a * b > 0 ? [1, 0] : [0, 1]))
export const weights = WIDTHS.slice(1).map((width, i) => matrix(WIDTHS[i], width, 1 / Math.sqrt(WIDTHS[i]), i + 2))
export const biases = WIDTHS.slice(1).map((width) => new Array<number>(width).fill(0))

/** An engine that trains the network. */
export interface Trainer {
  readonly name: string
  /** So many updates. */
  readonly train: (updates: number) => void | Promise<void>
  readonly loss: () => number | Promise<number>
}
