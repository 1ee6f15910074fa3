import type { BuiltIn } from './builtIns.ts'
import { TryIt } from './cardParts.tsx'

interface Props {
  readonly builtIn: BuiltIn
  readonly onTry: (program: string) => void
}

/** A generator, a layer or a loss: how it is called, or its definition. */
export const BuiltInCard = ({ builtIn: { name, usage, meaning, program }, onTry }: Props) => (
  <article className="card" aria-label={name}>
    <header>
      <h4>
        <code>{usage}</code>
      </h4>
      <TryIt name={name} onTry={() => onTry(program)} />
    </header>
    <p>{meaning}</p>
  </article>
)
