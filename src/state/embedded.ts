const says = (fragment: string): boolean => /[#&]embed=1(?=&|$)/.test(fragment)

/** Whether another page shows this one inside itself: the stage alone, which reads and writes nothing of the visitor’s. So from its first moment to its last. */
export const isEmbedded: boolean = says(globalThis.location?.hash ?? '')

/** Whether a link leads from an embed to the whole page, or the other way: it takes a page of its own. */
export const leadsAcross = (fragment: string): boolean => fragment.length > 1 && says(fragment) !== isEmbedded
