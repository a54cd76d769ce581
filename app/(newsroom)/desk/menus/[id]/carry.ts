const type = 'application/x-stet-menu-entry'

/** Takes an entry along as it is dragged. */
export function carry(data: DataTransfer, entry: string): void {
  data.setData(type, entry)
  data.effectAllowed = 'move'
}

/** Whether it is an entry that is dragged. */
export const isCarried = (data: DataTransfer): boolean => data.types.includes(type)

/** The id of the entry that was dropped. */
export const carried = (data: DataTransfer): string => data.getData(type)
