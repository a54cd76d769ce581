/** The address of the series' screen: whose panel is open (`new` begins one). */
export const seriesAddress = (id?: string): string =>
  id ? `/desk/series?${new URLSearchParams({ id })}` : '/desk/series'
