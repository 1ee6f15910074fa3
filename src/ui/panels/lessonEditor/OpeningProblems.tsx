import { useWriting } from '../../../state/lesson/editing/editor.ts'

/** What was wrong with the file that was opened. What can be put right is told at its scene too. */
export function OpeningProblems() {
  const problems = useWriting((state) => state.problems)
  if (problems.length === 0) return null
  return (
    <section className="lesson-editor-problems" aria-label="Problems of the file">
      <ul>
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
      <button type="button" className="button" onClick={() => useWriting.setState({ problems: [] })}>
        Dismiss
      </button>
    </section>
  )
}
