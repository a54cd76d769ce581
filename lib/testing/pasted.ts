import { fixture } from './fixtures'

/** A page as copied from a browser, a line a paragraph, and what is wrong with it. `kept` = blocks the story is made of. */
export type PastedPage = {
  name: string
  text: string
  kept: number
  repeated: number
  related: number
  subHeads: string[]
  tail: number
}

const opening =
  'Talks over pay on the Skell ferries will resume on Monday, the operator said, after crews turned down an offer of 4 per cent and cut sailings to two a day.'

const copied = `“We are ready to talk at any hour,” said Orla Fenn, who runs the line. "We have said so from the first day, and it's still true."
The harbour board has lent its upper room to both sides. Nobody would say who will sit in the chair.
Also Read: Great Skell shop puts flour on the ration
What the crews want, and what they were offered
The union has asked for 7 per cent and a second mate on winter sailings. It says that four crossings in January were made by a mate who had been on duty for fifteen hours.
“You can’t steer a boat on good wishes,” said Tam Orrin, a deckhand for nineteen years. “You can’t sleep on them either.”
The company’s books, filed in March, show a loss of 212,000 on the winter timetable and a small profit on the summer one.
Ferry line: operator points to winter losses
Fenn said the offer was “the most the line can carry” without a higher fare. A return for a foot passenger went up in October, for the second time in two years.
The board’s own inquiry called the sums ‘ plausible’ and the timetable ‘hopeful’.
Also Read: " Nobody is stuck, we are waiting": a morning on the slip at Little Skell
On the island, shelves thin out
Shops on Great Skell began to ration flour on Wednesday. The school boat will run whatever happens, the harbour master said.
At the bakery the queue was out of the door by seven. “I’ve yeast for a week and flour for three days,” said the baker, Ines Dunnock.
The clinic has asked patients who take the mainland bus to bring their papers a day early.
Can the old boat help?
The Merganser, laid up since the spring, could carry forty people and no vehicles. Her certificate runs out at the end of the month.
Two engineers went aboard on Thursday. They came off after an hour and said nothing.`

const tail = `You may also like
Harbour seals return to the north slip after eleven years
Island cheese takes a second prize at the county show
What a new pier would cost, and who would pay for it
Quiz: how well do you know the lights of the Skell?
The last telegraph clerk of Little Skell looks back..`

const ours: PastedPage = {
  name: 'a page of ours',
  text: `${opening}\n${copied}\n${copied}\n${tail}\n`,
  kept: 19,
  repeated: 18,
  related: 2,
  subHeads: [
    'What the crews want, and what they were offered',
    'Ferry line: operator points to winter losses',
    'On the island, shelves thin out',
    'Can the old boat help?',
  ],
  tail: 6,
}

const scraped = fixture('seed/ceasefire-article.txt')

/** Our own page, and the scraped one where the fixtures are. */
export const pastedPages: PastedPage[] = [
  ours,
  ...(scraped
    ? [
        {
          name: 'the scraped page',
          text: scraped,
          kept: 27,
          repeated: 26,
          related: 2,
          subHeads: [
            'Russia-Ukraine war talks begin, but details remain vague',
            'Russia-Ukraine Ceasefire: Putin signals readiness, Zelenskyy urges international pressure',
            'Russia-Ukraine Ceasefire: European support and wider diplomatic efforts',
            'Russia-Ukraine: Behind-the-scenes diplomacy and economic leverage',
            'A parallel agenda at the White House',
          ],
          tail: 6,
        },
      ]
    : []),
]

/** The page that end-to-end tests paste: the scraped one where it is to be had. */
export const pastedPage = pastedPages.at(-1)!
if (!scraped) process.stderr.write('The scraped page is not there (STET_FIXTURES): our own stands in for it.\n')
