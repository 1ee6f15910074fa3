import { keyOf } from '../../../lessons/keys/index.ts'
import type { AnswerKind } from '../../../lessons/lesson.ts'
import type { Setting } from '../../../lessons/questions/setting.ts'
import { namesOfOutputs } from '../../../state/lesson/editing/named.ts'

const FIRST: Readonly<Record<AnswerKind, (output: string) => readonly string[]>> = {
  number: (output) => [`value ${output}`],
  expression: (output) => [`value ${output}`],
  shape: (output) => [`shape ${output}`],
  node: () => ['next', 'role input', 'role param'],
  count: () => ['passes reverse'],
  choice: () => ['faster', 'given forward'],
}

/** A key that can be computed here, to begin with. */
export function suggestedKey(setting: Setting | null, kind: AnswerKind): string {
  const keys = FIRST[kind]((setting && namesOfOutputs(setting.graph)[0]) ?? '')
  return keys.find((of) => setting && !('says' in keyOf(setting, { of, kind }))) ?? keys[0]
}
