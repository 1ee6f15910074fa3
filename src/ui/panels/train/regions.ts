import type { PredictionPicture } from '../../../training/picture.ts'

type Boundary = PredictionPicture & { kind: 'boundary' }

/**
 * By class: how much likelier it is than the likeliest other one, at each point of the grid. Above 0 it is predicted;
 * at 1 it is certain.
 */
export function leads(picture: Boundary, classes: number): Float64Array[] {
  const fields = Array.from({ length: classes }, () => new Float64Array(picture.xs.length * picture.ys.length))
  for (let i = 0; i < fields[0].length; i++) {
    const shares = sharesAt(picture, i)
    for (const [k, field] of fields.entries()) field[i] = leadOf(shares, k)
  }
  return fields
}

function leadOf(shares: readonly number[], k: number): number {
  let best = 0
  for (const [other, share] of shares.entries()) if (other !== k && share > best) best = share
  const lead = shares[k] - best
  return Number.isNaN(lead) ? -1 : lead
}

/** What is predicted at a point as shares that add up to 1. */
function sharesAt({ predictions, width, threshold }: Boundary, i: number): readonly number[] {
  if (threshold === null) return shared(predictions.subarray(i * width, (i + 1) * width))
  const value = predictions[i * width]
  // Past 0 it is a score, past the middle of the labels it is as good as a probability.
  const share = threshold === 0 ? 1 / (1 + Math.exp(-value)) : Math.min(1, Math.max(0, value))
  return [1 - share, share]
}

/** Scores by softmax; what are shares already, as they are. */
function shared(scores: Float64Array): readonly number[] {
  const total = scores.reduce((sum, score) => sum + score, 0)
  if (Math.abs(total - 1) < 1e-9 && scores.every((score) => score >= 0)) return [...scores]
  const most = Math.max(...scores)
  const powers = Array.from(scores, (score) => Math.exp(score - most))
  const sum = powers.reduce((a, b) => a + b, 0)
  return powers.map((power) => power / sum)
}
