import type { Layout, MachinePart } from '#lib/site/presentation'

export const layoutNames: Record<Layout, string> = {
  standard: 'Standard',
  feature: 'Feature: a wide picture, large type',
  opinion: 'Opinion: the author’s face, a quieter headline',
  gallery: 'Gallery: pictures first',
  brief: 'Brief: compact',
}

export const machineNames: Record<MachinePart, string> = {
  '': 'Nothing',
  text: 'Text',
  pictures: 'Pictures',
  both: 'Text and pictures',
}
