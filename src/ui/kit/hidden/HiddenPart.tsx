/** Stands in the place of what is hidden as a whole. */
export const HiddenPart = ({ what }: { readonly what: string }) => (
  <p>{what} hidden for now: “Hide”, above, brings back what you choose.</p>
)
