/** Room around a group of nodes that is drawn as one, and above it for its title, in px. */
export const FRAME = { padding: 10, head: 38 } as const
