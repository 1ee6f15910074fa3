/** Whether a text has what only Python has. */
export const looksLikePython = (source: string): boolean =>
  /^[ \t]*(import \w|from \w[\w.]* import |def \w+\(|class \w|for .+:\s*$|while .+:\s*$|if .+:\s*$|print\()/m.test(
    source,
  )
