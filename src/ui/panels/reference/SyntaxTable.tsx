import type { SyntaxRule } from './syntax.ts'

interface Props {
  readonly rules: readonly SyntaxRule[]
  readonly onTry: (program: string) => void
}

export function SyntaxTable({ rules, onTry }: Props) {
  return (
    <section aria-label="Syntax">
      <h3>Syntax</h3>
      <table className="reference-syntax">
        <thead className="visually-hidden">
          <tr>
            <th scope="col">Write</th>
            <th scope="col">It means</th>
            <th scope="col">Example</th>
          </tr>
        </thead>
        <tbody>
          {rules.map(({ write, means, program }) => (
            <tr key={write}>
              <th scope="row">
                <code>{write}</code>
              </th>
              <td>{means}</td>
              <td>
                <button type="button" className="button" aria-label={`Try it: ${write}`} onClick={() => onTry(program)}>
                  Try it
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
