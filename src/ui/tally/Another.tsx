/** Adds to the program as the lecture does. */
export function Another({ kind }: { readonly kind: 'input' | 'output' }) {
  return (
    <button type="button" className="button-quiet" onClick={() => {}}>
      Another {kind}
    </button>
  )
}
