/** A count with commas between thousands, as everywhere on the page: 24,185. The browser's own formats take long to load. */
export const grouped = (count: number | bigint): string => String(count).replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',')
