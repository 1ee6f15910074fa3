import { late } from '../../kit/late/late.tsx'

/** It is on its way while the graph is laid out. */
export const LargePicture = late('What draws large graphs', () => import('./canvasPicture.tsx'))
