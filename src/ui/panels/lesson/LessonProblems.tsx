/** What of a lesson file was left out, and why. */
export function LessonProblems({ problems }: { readonly problems: readonly string[] }) {
  return (
    <details className="lesson-problems">
      <summary>
        {problems.length === 1
          ? 'One thing in this lesson file is not right'
          : `${problems.length} things in this lesson file are not right`}
      </summary>
      <ul>
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </details>
  )
}
