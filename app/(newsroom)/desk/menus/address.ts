/** Where a menu is made. */
export const menuAddress = (id: string) => `/desk/menus/${id}`
