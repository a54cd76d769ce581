import type { DemoPicture } from '../picture'

const face = { by: 'imre-caddow', size: [240, 240], rights: 'owned', credit: 'Courier illustration' } as const

/** Faces; those of the paper's people have the slugs of their persons. */
export const faces: readonly DemoPicture[] = [
  {
    ...{ ...face, slug: 'col-quillan', age: '9h', colour: '#b3b4b8', like: [380791161, 2989616340] },
    ...{ focus: { x: 0.5, y: 0.42 }, name: 'Col Quillan' },
    ...{ alt: 'Col Quillan, ferry mate, in a dark jersey', caption: 'Col Quillan, ferry mate.' },
    notes: 'For his column, should he want to be seen. He was asked on Tuesday.',
  },
  {
    ...{ ...face, slug: 'nadia-orrell', age: '40d', colour: '#c7bcb4', like: [380725609, 1483984076] },
    ...{ focus: { x: 0.5, y: 0.42 }, name: 'Nadia Orrell', alt: 'Nadia Orrell', caption: 'Nadia Orrell.' },
  },
  {
    ...{ ...face, slug: 'tom-haskey', age: '40d', colour: '#c7c2b9', like: [204618105, 2993933516] },
    ...{ focus: { x: 0.5, y: 0.42 }, name: 'Tom Haskey', alt: 'Tom Haskey', caption: 'Tom Haskey.' },
  },
  {
    ...{ ...face, slug: 'ruth-bexley', age: '40d', colour: '#b9a699', like: [2989582713, 2989739212] },
    ...{ focus: { x: 0.5, y: 0.42 }, name: 'Ruth Bexley', alt: 'Ruth Bexley', caption: 'Ruth Bexley.' },
  },
  {
    ...{ ...face, slug: 'ines-amsari', age: '40d', colour: '#b5b0a0', like: [2461100393, 1500630220] },
    ...{ focus: { x: 0.5, y: 0.42 }, name: 'Ines Amsari', alt: 'Ines Amsari', caption: 'Ines Amsari.' },
  },
  {
    ...{ ...face, slug: 'maren-tolliver', age: '40d', colour: '#bbbebb', like: [313620857, 2993802444] },
    ...{ focus: { x: 0.5, y: 0.42 }, name: 'Maren Tolliver', alt: 'Maren Tolliver', caption: 'Maren Tolliver.' },
  },
  {
    ...{ ...face, slug: 'danny-orme', age: '40d', colour: '#bcbca9', like: [380660089, 2989739212] },
    ...{ focus: { x: 0.5, y: 0.42 }, name: 'Danny Orme', alt: 'Danny Orme', caption: 'Danny Orme.' },
  },
  {
    ...{ ...face, slug: 'imre-caddow', age: '40d', colour: '#b4acb3', like: [2452711801, 2993810644] },
    ...{ focus: { x: 0.5, y: 0.42 }, name: 'Imre Caddow', alt: 'Imre Caddow', caption: 'Imre Caddow.' },
  },
  {
    ...{ ...face, slug: 'gethin-rudd', age: '40d', colour: '#c3c2b1', like: [313682297, 2993933516] },
    ...{ focus: { x: 0.5, y: 0.42 }, name: 'Gethin Rudd', alt: 'Gethin Rudd', caption: 'Gethin Rudd.' },
  },
  {
    ...{ ...face, slug: 'bethan-arkle', age: '40d', colour: '#c0c1b4', like: [2993776969, 1345450192] },
    ...{ focus: { x: 0.5, y: 0.42 }, name: 'Bethan Arkle', alt: 'Bethan Arkle', caption: 'Bethan Arkle.' },
  },
  {
    ...{ ...face, slug: 'kit-mallory', age: '40d', colour: '#b2a9a3', like: [380795257, 2989737164] },
    ...{ focus: { x: 0.5, y: 0.42 }, name: 'Kit Mallory', alt: 'Kit Mallory', caption: 'Kit Mallory.' },
  },
  {
    ...{ ...face, slug: 'leonie-fairbrass', age: '40d', colour: '#d1bfb9', like: [305232249, 2020723916] },
    ...{ focus: { x: 0.5, y: 0.42 }, name: 'Leonie Fairbrass', alt: 'Leonie Fairbrass', caption: 'Leonie Fairbrass.' },
  },
  {
    ...{ ...face, slug: 'asha-pellow', age: '40d', colour: '#a399a0', like: [2452711789, 1414843596] },
    ...{ focus: { x: 0.5, y: 0.42 }, name: 'Asha Pellow', alt: 'Asha Pellow', caption: 'Asha Pellow.' },
  },
  {
    ...{ ...face, slug: 'cass-whitlock', age: '40d', colour: '#b6bdb1', like: [313617532, 2960248012] },
    ...{ focus: { x: 0.5, y: 0.42 }, name: 'Cass Whitlock', alt: 'Cass Whitlock', caption: 'Cass Whitlock.' },
  },
  {
    ...{ ...face, slug: 'edie-crowle', age: '40d', colour: '#c6b7aa', like: [305228109, 1479665876] },
    ...{ focus: { x: 0.5, y: 0.42 }, name: 'Edie Crowle', alt: 'Edie Crowle', caption: 'Edie Crowle.' },
  },
]
