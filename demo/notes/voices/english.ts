import { lines, type Voice } from './voice.ts';

export const ENGLISH: Voice = {
  titles: lines(`
    I did not expect to love this {name}
    A month with the {name}
    The {name} that stayed out on the counter
    Small thing, big difference: {name}
    What nobody tells you about a {name}
    My honest notes on this {name}
    Found it: a {name} worth the wait
    Yes, I bought another {name}
    The {name} my friends keep asking about
    Ordinary Tuesday, very good {name}
    A {name} with an actual person behind it
    Why this {name} and not the other ten
    I read the small print on this {name}
    Three weeks, one {name}, zero regrets
    Slow shopping: the {name}
    A love letter to a {name}
    Unboxing quietly: {name}
    This {name} travelled further than I did
    If I could only keep one {name}
    The {name} edition
    Tested on a bad day: {name}
    Not sponsored, just smitten: {name}
    Before you buy a {name}, read this
    {name}, after the novelty wore off
    Everyday carry: {name}
    One good {name}`),
  pairTitles: lines(`
    A little haul: {name} and {other}
    {name} + {other}, and why they live together
    Two finds, one parcel: {name}, {other}
    This week's shelf: {name} and {other}
    {name} first, then {other}
    My reset kit: {name} and {other}
    Made by two very different workshops: {name}, {other}
    Set the scene: {name} with {other}`),
  openings: {
    desk: lines(`
      My desk is the size of a pizza box and it also has to be a dining table, so anything that lands on it has to earn the space.
      I took a week off from screens in the evening and ended up rearranging the same four objects on my desk instead.
      There is a twenty-minute gap between my first and second meeting, and lately it belongs to me and not to my inbox.
      I've kept a notebook since college, mostly grocery lists with the occasional confession.
      Rain all weekend, so I cleared the drawer where half-used stationery goes to be forgotten.
      My coworker noticed it on a video call before I had even mentioned it.
      I write a letter to my grandmother every other Sunday, and she writes back in blue.
      New semester, same promise to be organised, but this time with better tools.
      I bought this to cheer up a corner that had only cables in it.`),
    bedroom: lines(`
      I work nights, so my bedroom has to pretend it's midnight at nine in the morning.
      We finally took the television out of the bedroom, and the room needed something gentler to look at.
      The first cold night of the year is my favourite, mostly because of what goes on the bed.
      I'm a terrible sleeper with excellent taste in things that promise to help.
      Sunday: clean sheets, window open a crack, phone in the other room.
      Our building's heat comes on whenever it likes, so layers are the whole strategy.
      My partner reads until one and I don't; we've been negotiating about light for six years.
      I replaced one thing on my nightstand and somehow the whole evening got slower.`),
    journey: lines(`
      Eleven hours in seat 42E taught me more about my neck than any doctor has.
      I do the Thursday train to see my dad, four hours each way, and I have it down to a system.
      We missed the connection in Denver and slept, sort of, at gate B31.
      I pack in twelve minutes now, and I'm insufferable about it.
      My sister and I travel together once a year and compare luggage like other people compare children.
      Carry-on only, nine days, three climates: here is what made it back into the bag.
      The bus from the airport is where you find out if your bag was a good idea.
      I used to arrive everywhere with a stiff neck and a bad mood.`),
    outdoors: lines(`
      We got to camp after dark, in drizzle, with one headlamp between three people.
      I walk the same ridge most Saturdays, and I like watching which gear survives me.
      My idea of camping is mostly sitting down somewhere beautiful, so the gear that matters is small.
      The forecast said forty percent; the sky said otherwise by noon.
      We took my mother on her first overnight hike at sixty-three, and she out-walked everyone.
      Nothing shows you what a thing is made of like three days of dust.
      There is a picnic table by the reservoir with my name practically carved in it.
      I carried this for nineteen miles before I felt allowed to write about it.`),
    kitchen: lines(`
      I cook in a galley kitchen where two people can't pass without an apology.
      My grandmother measured everything with one bowl, and I've been looking for that bowl.
      It's soup season, which means every flat surface is drying something.
      I promised no more kitchen things until one broke, and then one broke.
      Sunday batch cooking used to feel like a chore; now I light something and put on a podcast.
      We had eight people for dumplings, and the table looked better than the dumplings.
      I unpacked this before I unpacked the plates we actually needed.
      The first coffee of the day is the only meeting I'm never late for.
      Our rental came with white cabinets and no personality, so I've been adding some one object at a time.`),
    street: lines(`
      I wore it to the farmers' market and two strangers asked where it came from, which is my whole social life.
      My closet is twelve black things, and then this.
      It was ninety degrees and the train had no air, so this was a real test.
      I'm between sizes in everything American, so I read the measurements twice.
      There's a mending shop on my block, and the woman there turned the seam inside out and nodded.
      My rule is that I have to be able to bike in it.
      First day at the new job, and I wanted one thing on me that felt like me.
      I thrift almost everything, so buying new takes me about a month of thinking.
      It came out of the parcel folded like a letter.`),
    tea: lines(`
      I came to tea late, by way of quitting the third coffee.
      At four o'clock I stop pretending to work and put the kettle on.
      A friend from Fujian told me to stop drowning my leaves, and she was right.
      My father drinks tea from a jar; I'm the one with the fussy cups.
      I like a ritual that takes six minutes and no app.
      We swap tins across our building's hallway, and this was my contribution.
      The quietest part of my week has a sound now, and it's a lid being set down.
      Snow day, no errands, and every excuse to make a second pot.`),
    bathroom: lines(`
      My bathroom has no window, so it needs all the charm it can get.
      I've cut my routine down to things I can name without reading the label.
      Winter here turns everyone into paper, and I've tried most of the remedies.
      I travel with soap now and the security line has lost its power over me.
      My skin throws a fit at anything with a scent you can hear, so I started carefully.
      I share a shelf with a teenager; only the good stuff gets stolen.
      A long shower is the only spa I can get an appointment at.
      Laundry night, hair up, and ten minutes that belong to nobody else.`),
    living: lines(`
      Our living room is also the office, the gym and, on Fridays, the cinema.
      I moved in with three boxes and a plant and I've been adding slowly on purpose.
      The radiator shelf was bare for two years because I couldn't find the right thing.
      My landlord painted everything the colour of oatmeal, so texture has to do the work.
      We hosted for the first time since the move, and this is what people picked up and turned over.
      I like objects that look a bit better at six in the evening than at noon.
      It was the dimmest corner of the apartment and now it's where everyone sits.
      I rearrange the furniture when I'm anxious, and this has survived four layouts.`),
    pets: lines(`
      My cat has opinions about furniture, and she expresses them at three in the morning.
      Biscuit is a corgi with the confidence of a much taller dog.
      We adopted two brothers who do everything together, including destroying things.
      The vet said enrichment, the dog heard snacks, and here we are.
      I live in four hundred square feet with an animal who believes she's in two thousand.
      Our dog hates being dressed and loves being admired, so we compromise.
      He ignored it for two days, as is tradition, and then would not leave it.
      I've given up on pretty pet things before; this one changed my mind.`),
    nursery: lines(`
      The baby wakes at five, so I've become an expert in quiet toys.
      My rule for the nursery was nothing that sings.
      We're on baby number two, so I've stopped buying things that only look good in photos.
      Everything in this house goes in a mouth before it goes on a shelf.
      My mother-in-law raised four and is hard to impress; she asked for the link.
      At eighteen months his favourite word is again.
      We took this on a five-hour flight, which is the only review that counts.
      I wanted her room to feel like a place and not a store.`),
    vanity: lines(`
      I get ready in eleven minutes and nine of them used to be hunting for something.
      My jewellery lives in a saucer, so it has to get along with itself.
      I wear one piece every day until I forget it's there, and then someone asks.
      For my thirty-fifth birthday I bought myself the thing instead of hinting.
      I'm not a make-up person; I'm a one-good-thing person.
      My aunt wore pearls to the grocery store, and I finally understand.
      It was for a wedding, but I've worn it to the dentist since.
      There's a tiny scratch on mine from day two, and I like it more for that.
      I have short hair and low patience, so this had to be easy.`),
    gift: lines(`
      I needed a gift for someone who says she doesn't need anything.
      My best friend turned forty, and a candle from the drugstore was not going to do it.
      I keep a shelf of emergency presents, and I keep raiding it for myself.
      We do one small handmade thing each for the holidays, no exceptions.
      It was meant for my brother, and he has still not received it.
      Teacher gifts, solved, and with a story to tell on the card.
      I sent one across the country to my old roommate and she called instead of texting.
      My niece is six and a tough crowd; she carried it around all day.`),
  },
  quotes: lines(`
    The shop's own words: "{quote}"
    What the maker writes: "{quote}"
    On the page it says, "{quote}" I'd sign that.
    I ordered it because of this: "{quote}"
    The description is short and true: "{quote}"
    "{quote}" That's the shop talking, but I agree.
    Here's the maker on it: "{quote}"
    In their words: "{quote}"
    The line that got me was this one: "{quote}"`),
  also: lines(`
    It sits next to my {other} now, and the two of them look like they planned it.
    In the same parcel came a {other}, and they've been inseparable.
    I paired it with a {other} from another shop, and that was the right call.
    The {other} came along for the ride and turned out to be half the fun.
    Add a {other} and you've got the whole mood.
    My {other} finally has good company.`),
  weights: lines(`
    I put it on the kitchen scale out of curiosity: {grams} grams, as listed.
    At {grams} grams it doesn't announce itself in a bag.
    It's {grams} grams, which I only mention because I carry everything I own.
    The listing said {grams} grams and my scale agreed.
    {grams} grams, if you're the counting kind. I am.
    Lift it once and you'll guess; it's {grams} grams.`),
  sizes: lines(`
    The longest side is about {cm} cm, so measure your spot first.
    For scale: roughly {cm} cm end to end, a touch smaller than I'd pictured.
    It's about {cm} cm long and fit exactly where I'd hoped.
    Mine measures {cm} cm on the long side, just like the page says.
    At {cm} cm it's the size that makes sense in a small home.
    I held a ruler to it: {cm} cm, give or take a hair.`),
  options: [],
  doubts: {
    beauty: lines(`
      It took about ten days before I'd swear by it.
      The scent is faint, which for me is a plus.
      A little goes further than you think.
      I wish it came in a bigger size.`),
    home: lines(`
      Handmade things differ, so yours won't match mine exactly.
      It arrived wrapped like a patient, three layers deep.
      One tiny mark underneath, where no one will ever look.
      I'd love it in one more colour.
      Give it a day to air out after the box.`),
    apparel: lines(`
      Wash it cold and hang it; the care label means it.
      I read the measurements in centimetres first and was glad I did.
      It looks better after the second wash.
      The colour is a touch deeper than on my screen.`),
    'shoes-bags': lines(`
      It needed a week to feel like mine.
      It smells of real material for the first few days.
      I wouldn't take it out in heavy rain.
      The colour is warmer in daylight.`),
    electronics: lines(`
      The manual is short and the English is shorter.
      Charging takes a couple of hours, so I do it overnight.
      The lowest setting is the one I use.
      I'd have liked a longer cable in the box.`),
    travel: lines(`
      It takes one trip to learn its tricks.
      Not the cheapest, but I've thrown away three cheaper ones.
      It picks up lint, so I give it a shake.
      I'd buy the darker shade next time, for airports.`),
    toys: lines(`
      The box is worth keeping.
      Give it a quick wipe before small hands get at it.
      It was a hit with the grown-ups first.
      Expect to be asked for a second one.`),
    supplements: lines(`
      Start with less than you think you need.
      The packaging doesn't reseal well, so I moved it to a jar.
      It's an acquired taste that I acquired immediately.`),
    jewelry: lines(`
      It's daintier than the photos suggest.
      Keep it out of the shower.
      Keep the little box it comes in; it's half the charm.
      Put it on last, after the perfume.`),
    stationery: lines(`
      It's smaller in the hand than in the photos.
      The corner of the box got a bump in the mail, and it adds character.
      I only wish I'd bought two.
      It has made me want to write more, which is the risk.`),
    pet: lines(`
      Measure your animal before you order.
      It has a few hairs on it already, obviously.
      Give it a rinse before the big reveal.
      Your pet may need two days to forgive you for it.`),
    baby: lines(`
      Wash it first.
      We should have bought two from the start.
      It survived the dishwasher and the floor.
      Check the age on the page before you order.`),
  },
  closings: lines(`
    Shipping took its time, but the price I saw was the price I paid.
    I'd buy it again tomorrow.
    That's it, that's the note.
    Ask me again in a year, but I already know.
    Worth clearing a little room for.
    If you have a quieter house than mine, you'll love it even more.
    I'll report back when the seasons change.
    Someone made this with care, and you can tell.
    It's the small upgrades, friends.
    Next on my list: the same thing for my mom.
    Consider this a gentle push.
    I'm keeping the box, and I never keep the box.
    The duties were already in the total, which I appreciated more than I can say.
    No notes. Well, these notes.
    Saving you the search, since it took me three evenings.
    Happy to answer questions about fit and size below.
    And yes, it's as nice in person.
    Filed under: things I'd rescue in a fire, second trip.
    I've already lent it out once and gotten it back, which says something.
    Ten out of ten for Tuesdays.
    My only complaint is that I waited.
    Small shop, big heart; I like knowing where it came from.
    It makes an ordinary day feel looked after.
    Tell me what you'd pair it with.`),
};
