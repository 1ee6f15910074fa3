/** A name in so many letters at most; measuring and drawing very long ones takes long. */
export const shortened = (name: string, longest: number) =>
  name.length > longest ? `${name.slice(0, longest - 1)}…` : name
