/** The row of a table by its name; where there is none it says which row the table lacks, and in which file. */
export function rowIn<Row>(table: Readonly<Record<string, Row>>, name: string, what: string, file: string): Row {
  if (!Object.hasOwn(table, name)) throw new Error(`${name} has no ${what}: add it to ${file}`)
  return table[name]
}
