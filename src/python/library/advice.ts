/** By parameters that are not read: how the same is written without them. */
const ADVICE: ReadonlyMap<string, string> = new Map([
  ['out', 'Give the result a name instead, as in y = f(x).'],
  ['where', 'Choose the entries first, as in x[mask].'],
  ['initial', 'Combine it with the result behind the call.'],
  ['dtype', 'Convert the array before the call.'],
  ['order', 'By columns it is that of x.T.'],
  ['prepend', 'Join it to the array before the call.'],
  ['append', 'Join it to the array before the call.'],
  ['ndmin', 'Write the brackets of the further axes.'],
  ['endpoint', 'Write the upper bound plus 1.'],
  ['b', 'Write log(sum(b * exp(a))).'],
  ['correction', 'Write it as ddof.'],
  ['ceil_mode', 'Pad the input first.'],
  ['groups', 'Split the channels, and join what each part gives.'],
])

/** A sentence behind the refusal of a parameter, with its blank; empty where there is none. */
export const advice = (parameter: string): string => (ADVICE.has(parameter) ? ` ${ADVICE.get(parameter)}` : '')
