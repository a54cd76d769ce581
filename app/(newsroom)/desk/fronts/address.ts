/** Where a front is made. Its id has a colon, which stands in a path as it is. */
export const frontAddress = (id: string) => `/desk/fronts/${id}`
