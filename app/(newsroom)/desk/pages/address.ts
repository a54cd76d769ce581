/** Where a page of the paper's own is written. */
export const pageAddress = (id: string) => `/desk/pages/${id}`
