import type { Attempt } from '../../../state/lesson/answers.ts'

/** What an answer came to: a sign, a word, and the likely slip. */
export function Verdict({ attempt: { given, judgement } }: { readonly attempt: Attempt }) {
  if (judgement.verdict === 'right')
    return (
      <p className="lesson-verdict" data-verdict="right">
        ✓ Right: {given}
      </p>
    )
  if (judgement.verdict === 'unreadable')
    return (
      <p className="lesson-verdict" data-verdict="unreadable">
        {judgement.message}
      </p>
    )
  return (
    <p className="lesson-verdict" data-verdict="wrong">
      ✗ Not {given}. {judgement.slip}
    </p>
  )
}
