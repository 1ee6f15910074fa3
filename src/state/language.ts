import { later } from './later.ts'

/** The language and the builder of graphs come after the opening’s graph, which is made with the page. */
export const language = later('What makes the graph out of the text', () => import('./reading.ts'))
