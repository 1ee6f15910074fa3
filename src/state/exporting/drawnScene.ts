import type { Scene } from '../../picture/scene.ts'

/** What is on the screen, as what draws it says; null where nothing is drawn. */
export const drawnScene: { now: Scene | null } = { now: null }
