import type { Cost } from './primitive.ts'

/** What changes only a sign, is a constant or reuses the value: no operation. */
export const free: Cost = {}
export const oneAddition: Cost = { additions: 1 }
export const oneMultiplication: Cost = { multiplications: 1 }
export const oneDivision: Cost = { divisions: 1 }
export const oneCall: Cost = { calls: 1 }
