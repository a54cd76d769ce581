/** One person, one address: case and surrounding spaces do not tell two apart. */
export const foldEmail = (email: string) => email.trim().toLowerCase()
