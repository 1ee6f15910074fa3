import { Fold } from '../../kit/fold/Fold.tsx'

/** The rules by which everything on the page is counted; those of the engine, in `costs/model.ts`. */
export function CostModel() {
  return (
    <Fold name="model" className="cost-model" summary="How this is counted">
      <dl>
        <dt>Operations</dt>
        <dd>
          Additions (with subtractions and comparisons), multiplications, divisions, and evaluations of elementary
          functions. A change of sign, a copy, a constant and a choice of branch are free.
        </dd>
        <dt>Values and partials</dt>
        <dd>
          Each function has its own cost for its value and for each local partial, once the value is known. Partials are
          evaluated once and kept, unless the switch says in each pass. Between arrays each entry counts; a product of
          matrices counts its multiplications and additions.
        </dd>
        <dt>Passes</dt>
        <dd>
          A term is one multiplication, unless its partial is ±1 or can only be −1, 0 or 1; k terms take k − 1
          additions. A seed counts as a term. Terms that are absent cost nothing and are counted as saved.
        </dd>
        <dt>Modules</dt>
        <dd>A closed module costs what is inside it.</dd>
        <dt>Memory</dt>
        <dd>
          Numbers, by entry. Inputs are there from the start, values of outputs stay to the end, and the derivatives
          that a pass is for stay to the end of that pass. Constants are part of the program. Reverse mode keeps the
          values that the formulas of the partials read.
        </dd>
      </dl>
    </Fold>
  )
}
