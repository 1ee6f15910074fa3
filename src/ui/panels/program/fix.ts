import type { Diagnostic } from '../../../core.ts'
import { changeText } from '../../../state/document.ts'
import { isProgramLocked } from '../../../state/locked.ts'
import { now } from '../../../state/store.ts'

/** Mends the problem; its offsets hold for the text that was compiled only. */
export function applyFix({ fix }: Diagnostic): void {
  const { source, compilation } = now()
  if (fix && source === compilation.source && !isProgramLocked()) changeText(fix.changes)
}
