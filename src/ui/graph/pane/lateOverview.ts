import { late } from '../../kit/late/late.tsx'

/** Where one is in a graph of which only a part is seen. */
export const Overview = late('The overview of the graph', () => import('./overview.tsx'), { apart: true })
