import { pages } from './page.ts';

export const smallJoyPages = [
  ...pages('caomu', `
    serum | Camellia Hydrating Serum | Fourteen ingredients; Light as water | A serum of camellia seed oil, whipped so fine that it feels like water. | I can pronounce every ingredient, and my cheeks stopped feeling like envelopes.
    cream | Rose Cream | Rose water in place of water; Not greasy | A rich cream that begins with rose water from Miyi. | Warm it in your palms first; it goes from butter to nothing in a breath.
    hand | Tea-Seed Hand Cream | Sinks in at once; Pocket size | Use your phone straight after. | I typed this thirty seconds after putting it on.`),
  ...pages('zaopao', `
    oat-soap | Oat Milk Cold-Process Soap | Cured forty-five days; Soft lather | A chemistry teacher's weekend soap, cured on a balcony. | The lather is like whipped cream, and the bar doesn't turn to mush.
    shampoo-bar | Cypress Shampoo Bar | Lasts like two bottles; Travels dry | Leave the bottles behind. | One bar got me and my sister through nine days of hostels.`),
  ...pages('yinhe', `
    bangle | Hand-Chased Silver Bangle | Ferns and butterflies; Open cuff; Ages with wear | Four thousand taps of a small hammer. The raised parts brighten and the hollows darken as you wear it. | The high parts have started to shine and the low parts to darken, as if it's drawing itself.
    lock | Silver Lock Pendant | A pomegranate in relief; Room for three characters | The old wish for a safe life, to wear every day. | It's heavier than it looks, in the reassuring way.
    ring | Hammered Silver Ring | Thin; Good for stacking | Small ripples, one tap at a time. | It catches light like water in a sink.
    leaf | Silver Leaf Necklace | Pressed from a real leaf | Every vein is a real one. | You can count the veins, because it was once a leaf.`),
  ...pages('zhuhai', `
    strand | Classic Freshwater Pearl Strand | Strong lustre; Knotted between pearls | If the thread breaks, you lose one pearl and not all of them. | I wore it with a T-shirt to the hardware store and felt like a film.
    stud | Small Pearl Studs | Four millimetres; Silver posts | Like a drop of water on the ear. | They're so small that people notice without knowing what they noticed.
    baroque | Baroque Pearl Pendant | One of a kind | Shaped like a sleeping bird, or whatever you see. | I see a sleeping bird, my son sees a potato, and we're both right.
    bracelet | Seed Pearl Bracelet | Three-millimetre pearls; Stretchy | Quiet enough to wear beside a watch. | It sits next to my watch and makes the watch look better.`),
  ...pages('ronghua', `
    camellia | Silk Camellia Hairpin | Silk wound by hand; Two days to make | A flower of dyed silk, with a card that says when it was made. | There's a card in the box with the two dates it was made on, and I keep reading it.
    earring | Silk Magnolia Earrings | Nearly weightless; Move in the wind | As light as not wearing any. | They move when someone opens a door.
    comb | Silk-Wrapped Hair Comb | For everyday buns | You do not need a costume to wear it. | It turns my five-second bun into a choice.`),
  ...pages('fashi', `
    scrunchie | Silk Scrunchies, Set of Five | Made from offcuts; No creases | Five colours, chosen by chance. | No dent in my hair at six p.m., and the colours were a nice surprise.
    claw | Tortoiseshell-Look Hair Claw | For thick hair; Rust-free spring | Holds more hair than it looks. | I've got a lot of hair, and it held through a spin class.`),
  ...pages('shouzhang', `
    journal | A5 Travel Journal, Lies Flat | Ink does not bleed; Ticket pocket | A notebook that stays open where you stop. | The back pocket is full of train tickets and one pressed leaf already.
    planner | Undated Weekly Planner | Stop and start when you like | No dates, no guilt. | I skipped five weeks and it didn't judge me.
    tape | Washi Tape, Set of Three | A market, a train window, rain | Three rolls, three small stories. | The rain one is so good that I'm saving it, which defeats the point.
    calendar | Wooden Desk Calendar 2027 | Twelve city markets; Beech stand | A market for every month. | January is a fish stall, and somehow it's the most beautiful thing on my desk.
    cards | Watercolour Postcards, Thirty | Lots of room to write | For people who write small and much. | I've mailed eleven so far, and three people have written back.
    bookmark | Brass Landscape Bookmark | Cut-out hills; Silk tassel | Light falls through it onto the page. | In the sun it throws a tiny mountain range onto the page.`),
  ...pages('bimo', `
    fountain | Brass Fountain Pen | Tested with three lines; Gets a patina | The slip with its first three lines is in the box. | The box holds the three lines it wrote at the factory, and I wrote a fourth below.
    resin | Resin Piston Fountain Pen | See the ink; Turned by hand | Twist the end to fill it, and watch the colour move. | I fill it more often than I need to, just to watch.
    gel | Muted Gel Pens, Ten | Quick-dry; Smooth | Ten soft colours that keep up with you. | I'm left-handed and there's no ink on my hand, which is a first.`),
  ...pages('maorong', `
    rabbit | Long-Eared Plush Rabbit | Weighted ears; Has a birthday | His name is Slow, and his ears are a little heavy so they drape over your arm. | His ears are weighted so they flop over your arm, and I'm thirty-four and I don't care.
    dragon | Little Dragon Plush | Tail wraps a wrist; Gentle temper | A dragon who likes osmanthus cake. | The tail wraps around a wrist, so he rides along on errands.
    panda | Panda Dumpling Plush | Sits by itself; Beans inside | Round, calm and hard to knock over. | He sits on my monitor like a supervisor who is proud of me.
    cat | Corner-Shop Cat Bag Charm | Holds a rice ball; Squeezable | A small cat on shift. | He clips to my bag and gets more compliments than I do.`),
  ...pages('muwan', `
    blocks | Beech Building Blocks, Forty | Six shapes; No paint | Every edge has been checked with a finger. | They make a sound like a quiet bowling alley, and we've built the same tower for a month.
    car | Wooden Toy Car | Rolls with a low hum | Two woods, no paint and a good sound. | It has been driven across every surface in the house, including the dog.
    rings | Wooden Stacking Rings | Grain shows through the colour | Water-based stain, so the wood stays visible. | She stacks them wrong on purpose now and laughs.`),
  ...pages('pintu', `
    lane | Old Lane Jigsaw, 500 Pieces | Drawn from memory | The lane where the maker's grandmother lived. | There's a floral shirt on the line that turns out to be the artist's grandmother's.`),
  ...pages('huisheng', `
    pebble | Pebble Portable Speaker | Splash-proof; Fits a palm | It looks like a stone and hangs in the shower. | It sits on the sink like a river stone that knows all of Fleetwood Mac.
    cans | Fabric Headphones | Washable covers; Replaceable cable | Light, wired and easy to repair. | The covers came off, went through the wash and went back on like socks.`),
  ...pages('deng', `
    mushroom | Rechargeable Mushroom Lamp | Tap to dim; Soft light | A lamp that starts like moonlight. | I tap it once on the way to bed and it glows like it's keeping a secret.
    paper | Folding Paper Lamp | Packs like a book; Rechargeable | Fold it up and carry it under your arm. | It folds up like a book, and it moved apartments with me under one arm.
    bunny | Bunny Night Light | Squeezable; Bounces | A soft light for small hours. | It survived being thrown from a crib twice, then glowed at me, forgiving.`),
  ...pages('maopo', `
    hill | Hill-Shaped Cat Scratcher | Scratch it, then sleep in it; Flip it over | Corrugated card in the shape of a hill. | She scratched it for a day, slept in it for a week and has let no one else near it.
    bed | Doughnut Pet Bed | High soft rim; Washable | A rim at just the right height for a chin. | Chin on the rim, asleep in four minutes; I timed it.
    teaser | Feather Wand | Springy bamboo; Flies like a bird | A bamboo wand that moves like something alive. | The bamboo has real whip to it, and so does the cat now.`),
  ...pages('gouweiba', `
    coat | Raincoat for Short-Legged Dogs | Longer belly panel; Reflective | Cut for friends close to the ground. | The belly stayed dry, which for a corgi is a scientific breakthrough.
    sweater | Cable-Knit Dog Jumper | Soft wool blend | Knitted like yours, only shorter. | He resented it until the neighbours noticed.`),
  ...pages('zhuazhua', `
    bowl | Raised Tilted Cat Bowl | Fifteen degrees; Ceramic | Dinner at a kinder angle. | She stopped flinging kibble over the edge the same day.
    leash | Shock-Absorbing Leash | Stretch section; Reflective | It gives a little before your shoulder has to. | There's a stretchy bit in the middle that has saved my shoulder twice this week.`),
  ...pages('xiaoya', `
    swaddle | Bamboo-Cotton Muslin Swaddle | 120 cm square; Breathes | A wrap, a shade, a blanket. | It has been a swaddle, a sunshade, a burp cloth and once a tablecloth.
    bib | Rotating Cotton Bib | Turn it when it is wet; Snap closure | Go out with one instead of four. | Turn it a quarter each time it's soaked; we now leave the house with one bib.`),
  ...pages('wanwan', `
    bowl | Silicone Suction Bowl | Inward rim; Stays put | The rim helps the spoon. | He pulled, I pulled, his dad pulled; the bowl stayed.
    snack | No-Spill Snack Cup | Hand in, crackers stay | Small hands get in, crackers do not get out. | The back seat has been crumb-free for two weeks.`),
  ...pages('huiben', `
    farm | Farm Cloth Book with Seven Tails | Seven textures; Safe to chew | Seven animals, seven tails, each of another cloth. | The pig's tail has been chewed flat, and it still washes up fine.`),
];
